import { today } from '../calendar/day';
import { t } from '../language/language.svelte';
import { ALL_HIDDEN, hiddenFrom, type Hidden } from '../policy/masks';
import { flushSync } from 'svelte';
import { PERSONAL_KINDS, type PersonalKind } from '../language/personal-kinds';
import { masksOf } from '../policy/versions';
import type { Unmasked } from '../record/kinds/privacy';
import { identity } from './identity.svelte';
import type { Workspace } from './workspace.svelte';
import { enter } from './enter';

/** How a table with personal data leaves: masked, or as it is for a reason. */
export type WayOut = { masked: true } | { masked: false; reason: string };

/** Waits for how a table leaves. */
interface Question {
	table: string;
	kinds: PersonalKind[];
	/** Why it usually leaves as it is; null where it may leave masked. */
	usual: string | null;
	answer: (answer: WayOut | null) => void;
}

/** What stands between personal data and what leaves the screen. */
class Leaving {
	asking = $state.raw<Question | null>(null);
	/** What is hidden on the paper that is being made; null while none is. */
	paper = $state.raw<Hidden | null>(null);
	private granted: Hidden | null = null;

	ask({ table, kinds, usual }: Omit<Question, 'answer'>): Promise<WayOut | null> {
		return new Promise((resolve) => {
			this.asking = {
				...{ table, kinds, usual },
				answer: (answer) => {
					this.asking = null;
					resolve(answer);
				}
			};
		});
	}

	/** Prints with what was let through; whoever prints without asking prints all masked. */
	print(hidden: Hidden): void {
		this.granted = hidden;
		print();
	}

	beforePaper(): void {
		this.paper = this.granted ?? ALL_HIDDEN;
	}

	/** The page is shown as it was: told by the browser, and by whoever goes on working on it. */
	afterPaper(): void {
		this.paper = null;
		this.granted = null;
	}

	/** Takes something of the page as it is drawn where that much is hidden. */
	async as(hidden: Hidden, take: () => Promise<void>): Promise<void> {
		flushSync(() => (this.paper = hidden));
		try {
			await take();
		} finally {
			this.paper = null;
		}
	}
}

export const leaving = new Leaving();

/** The personal data that whoever is there doesn't see, by the rules of the latest month; who hasn't said who they are sees what the desk of these files sees. */
export function hiddenNow(work: Workspace): Hidden {
	if (leaving.paper) return leaving.paper;
	const month = work.results.rules.at(-1)?.month ?? today().slice(0, 7);
	return hiddenFrom(masksOf(work.policyIn(month)), identity.actor?.role ?? 'hr');
}

/** What must be hidden of a table that leaves, asked of whoever sees more than nothing and logged where it leaves as it is; null where it shan't. */
export async function leave(
	work: Workspace,
	table: string,
	kinds: PersonalKind[],
	form: Unmasked['form']
): Promise<Hidden | null> {
	const seen = (): PersonalKind[] => kinds.filter((kind) => !hiddenNow(work).has(kind));
	if (seen().length === 0) return ALL_HIDDEN;
	const answer = await leaving.ask({ table, kinds: seen(), usual: null });
	if (answer?.masked) return ALL_HIDDEN;
	if (answer === null || !(await identity.known())) return null;
	// whoever has just said who they are may see less
	const shown = seen();
	if (shown.length > 0) await logged(work, answer.reason, { table, form, kinds: shown });
	return new Set(PERSONAL_KINDS.filter((kind) => !shown.includes(kind)));
}

/** What is of use only as it is: why it usually leaves, and what is hidden in it. */
interface Whole {
	table: string;
	kinds: PersonalKind[];
	form: Unmasked['form'];
	usual: string;
	/** True where it is no use to those from whom anything is hidden: it is refused to them. */
	bars: boolean;
}

/** Whether something may leave that is of use only as it is: with a reason in the log, and never to those whom it is barred to, which is thrown. */
export async function leaveWhole(work: Workspace, { bars, usual, ...what }: Whole): Promise<boolean> {
	const check = (): void => {
		if (bars && hiddenNow(work).size > 0) throw new Error(t('mask.barred'));
	};
	check();
	const answer = await leaving.ask({ ...what, usual });
	if (answer === null || answer.masked || !(await identity.known())) return false;
	check();
	await logged(work, answer.reason, what);
	return true;
}

/** Nothing on the page follows from it, so nothing is asked anew. */
const logged = (work: Workspace, reason: string, data: Unmasked): Promise<unknown> =>
	enter(work, () => ({ kind: 'unmasked', reason, data }));
