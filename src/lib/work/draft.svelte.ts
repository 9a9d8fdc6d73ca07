import { shifted } from '../calendar/period';
import type { Policy } from '../policy/schema';
import { keepDraft, versionNames } from './rules';
import type { Workspace } from './workspace.svelte';

/** How long typing must pause, in milliseconds, before it is written down. */
const PAUSE = 60;

/** The version that is being written: it is written down once typing pauses, and on leaving. */
export class Draft {
	/** Whether what the page shows is written down. */
	kept = $state(true);
	private saving: ReturnType<typeof setTimeout> | undefined;

	constructor(
		private readonly work: Workspace,
		private readonly onfail: (error: unknown) => void
	) {}

	/** Takes what is written now. */
	become(policy: Policy): void {
		this.work.policy.draft = policy;
		this.kept = false;
		clearTimeout(this.saving);
		this.saving = setTimeout(() => this.keep(), PAUSE);
	}

	/** Gives the draft up. */
	async drop(): Promise<Policy | null> {
		clearTimeout(this.saving);
		this.saving = undefined;
		const { draft } = this.work.policy;
		await keepDraft(this.work, null);
		return draft;
	}

	/** Writes down what isn't yet. */
	close(): void {
		if (this.saving !== undefined) this.keep();
	}

	/** Waits with writing: what is put in force is no draft any more. */
	hold(): void {
		clearTimeout(this.saving);
		this.saving = undefined;
	}

	private keep(): void {
		this.hold();
		const { draft } = this.work.policy;
		void keepDraft(this.work, draft).then(
			() => (this.kept = this.work.policy.draft === draft),
			(error: unknown) => this.onfail(error)
		);
	}
}

/** A copy of a version under a name that none has or had, in force from the month after the last of some. */
export function nextVersion(work: Workspace, policy: Policy, last: string): Policy {
	const taken = versionNames(work);
	let number = 2;
	while (taken.has(`handbook-${String(number)}`)) number++;
	return {
		...structuredClone(policy),
		policy: `handbook-${String(number)}`,
		in_force_from: shifted(last, 1),
		reason: ''
	};
}
