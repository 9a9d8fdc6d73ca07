import { local } from './local';

const SEEN = 'kaohe.tour';

/** The guided tour: begun with the first sample, given up at any step, begun again whenever it is asked for. */
class Tour {
	/** The step that is shown, from 0; null while none is. */
	at = $state<number | null>(null);

	/** Begins where nobody has seen it on this machine. */
	offer(): void {
		if (local.getItem(SEEN) === null) this.at = 0;
	}

	go(step: number): void {
		this.at = step;
	}

	/** Ends it; it isn't offered again. */
	end(): void {
		this.at = null;
		local.setItem(SEEN, 'seen');
	}
}

export const tour = new Tour();
