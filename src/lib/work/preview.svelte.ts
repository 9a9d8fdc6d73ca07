import type { Adjustment } from '../compute/adjust';
import type { Attempt } from '../compute/scope';
import type { Policy } from '../policy/schema';
import { paidKind } from '../policy/in-force';
import { unitNames } from '../compute/names';
import type { UnitKind } from '../views/filters';
import {
	changesOf,
	effectsOf,
	everywhere,
	monthsToScore,
	readingsApart,
	sideOf,
	standing,
	standingSide,
	type Effects
} from '../views/what-if';
import { tryPolicy } from './ask';
import { TrialRun } from './trial-run.svelte';
import type { Workspace } from './workspace.svelte';

/** What a preview counts: what putting the draft in force would do, or as if it held for all months. */
export type Basis = 'in_force' | 'all_months';

/** What is on the screen beside a draft. */
interface Seen {
	period: string;
	/** All loaded months. */
	months: readonly string[];
	unitKind: UnitKind;
}

/** How long the hand must rest, in milliseconds, before all loaded months are scored. */
const REST = 1500;

/** What a draft would change: for the period on the screen at once, for all loaded months once the hand rests. */
export class Preview {
	adjustments = $state.raw<Adjustment[]>([]);
	private chosen = $state<Basis | null>(null);
	private resting: ReturnType<typeof setTimeout> | undefined;
	private readonly near: TrialRun;
	private readonly wide: TrialRun;

	constructor(
		private readonly work: Workspace,
		private readonly seen: () => Seen
	) {
		this.near = new TrialRun((asked) => tryPolicy(work, asked));
		this.wide = new TrialRun((asked) => tryPolicy(work, asked));
	}

	get running(): boolean {
		return this.near.running;
	}
	get error(): string | null {
		return this.near.error;
	}

	/** What was chosen; else as if it held for all months where it begins after them. */
	basisOf({ in_force_from }: Policy): Basis {
		return this.chosen ?? (this.seen().months.some((m) => m >= in_force_from) ? 'in_force' : 'all_months');
	}

	/** Counts by a basis from now on. */
	choose(basis: Basis): void {
		this.chosen = basis;
	}

	/** Scores by the draft, beside the versions in force or in their place. */
	ask(policy: Policy): void {
		if (this.work.inputs.files.length === 0) return;
		const { period, months, unitKind } = this.seen();
		const { all } = this.work.policy;
		const beside = this.basisOf(policy) === 'in_force';
		const attempt: Attempt = {
			policies: beside ? [...all, { ...policy, policy: 'draft' }] : everywhere(all, policy),
			adjustments: this.adjustments,
			months: monthsToScore(period, policy),
			unitKind,
			period,
			beside: paidKind(policy),
			readings: readingsApart(all, policy),
			// what is sealed stays as it is, whatever is put in force
			...(beside && { unsealed: [] })
		};
		void this.near.ask(attempt);
		clearTimeout(this.resting);
		this.wide.forget();
		const rested = (): void => void this.wide.ask({ ...attempt, months: [...months], period: null });
		this.resting = setTimeout(rested, REST);
	}

	/** What stands in the period on the screen: the same for every trial of it. */
	private readonly before = $derived.by(() => {
		const { period, unitKind } = this.seen();
		return standingSide(this.work.results, period, unitKind, this.work.policy.all);
	});
	private readonly names = $derived.by(() => unitNames(this.work.results));

	/** What the last trial changes in the period on the screen; an outcome of another period or kind of unit is of no use. */
	readonly effects: Effects | null = $derived.by(() => {
		const { period, unitKind } = this.seen();
		const { outcome, of } = this.near;
		if (!outcome || of?.unitKind !== unitKind || of.period !== period) return null;
		const after = sideOf(outcome, period, unitKind, of.policies);
		return effectsOf(this.before, after, unitKind, this.names);
	});

	/** The same over all loaded months. */
	readonly overall = $derived.by(() => {
		const { unitKind } = this.seen();
		const { outcome, of } = this.wide;
		if (!outcome || of?.unitKind !== unitKind) return null;
		return changesOf(standing(this.work.results), outcome, unitKind, [this.work.policy.all, of.policies]);
	});

	/** Counts nothing any more. */
	close(): void {
		clearTimeout(this.resting);
	}
}
