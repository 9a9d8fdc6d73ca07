import { OFFICE, actorSchema, type Actor } from '../record/actor';
import { local, noted } from './local';

const KEY = 'kaohe.actor';

/** Who works on this machine; kept on every entry of the log as a signature. */
class Identity {
	actor = $state.raw<Actor | null>(noted(KEY, actorSchema));
	private answered: Promise<Actor | null> | null = null;
	/** Waits for a name before a step is taken. */
	asking = $state.raw<{ answer: (actor: Actor | null) => void } | null>(null);

	/** Whether whoever is here keeps the books; who hasn't said who they are sees what the desk of these files sees. */
	get isOffice(): boolean {
		return !this.actor || OFFICE.includes(this.actor.role);
	}

	set(actor: Actor): void {
		this.actor = actor;
		local.setItem(KEY, JSON.stringify(actor));
	}

	/** Asks who is there; null where the dialog is closed. */
	ask(): Promise<Actor | null> {
		// two who ask hear one answer
		this.answered ??= new Promise((resolve) => {
			this.asking = {
				answer: (actor) => {
					this.asking = null;
					this.answered = null;
					if (actor) this.set(actor);
					resolve(actor);
				}
			};
		});
		return this.answered;
	}

	/** Who acts; asked first where nobody has said so yet. */
	async known(): Promise<Actor | null> {
		return this.actor ?? this.ask();
	}
}

export const identity = new Identity();
