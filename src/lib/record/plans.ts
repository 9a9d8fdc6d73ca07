import type { EventOf, LogEvent } from './event';
import type { PlanStep } from './kinds/month';
import type { Bulletin } from './life';

export type { PlanStep };

/** An improvement plan that a bulletin opened, and where it stands. */
export interface Plan {
	month: string;
	kind: string;
	unitKind: string;
	unit: string;
	rank: number;
	/** Last day, `YYYY-MM-DD`. */
	due: string;
	/** False once a later bulletin names the unit no more. */
	owed: boolean;
	/** The latest bulletin that named it. */
	bulletin: string;
	state: 'open' | 'handed_in' | 'accepted' | 'returned';
	analysis: string;
	measures: string;
	history: { step: PlanStep; event: EventOf<'plan'> }[];
	/** The date on which it was last handed in, `YYYY-MM-DD`. */
	handedInOn: string | null;
}

const NEXT: Record<PlanStep, { from: Plan['state'][]; to: Plan['state'] | null }> = {
	write: { from: ['open', 'returned'], to: null },
	hand_in: { from: ['open', 'returned'], to: 'handed_in' },
	accept: { from: ['handed_in'], to: 'accepted' },
	return: { from: ['handed_in'], to: 'returned' }
};

/** Whether a step can be taken with a plan as it stands. */
export const planStepAllowed = (plan: Plan, step: PlanStep): boolean => NEXT[step].from.includes(plan.state);

/** The plans that the latest of a month's bulletins asks for, each as the latest bulletin that named it says, and what became of them; one that was begun and is no longer asked for stays to be seen. */
export function plansOf(events: LogEvent[], month: string, bulletins: Bulletin[]): Plan[] {
	const plans = new Map<string, Plan>();
	for (const { plans: named, number } of bulletins)
		for (const { kind, unitKind, unit, rank, due } of named) {
			const key = [kind, unitKind, unit].join('/');
			const known = plans.get(key);
			if (known) Object.assign(known, { rank, due, bulletin: number });
			else
				plans.set(key, {
					month,
					kind,
					unitKind,
					unit,
					rank,
					due,
					owed: true,
					bulletin: number,
					state: 'open',
					analysis: '',
					measures: '',
					history: [],
					handedInOn: null
				});
		}
	for (const event of events) {
		if (event.kind !== 'plan') continue;
		const { data } = event;
		const plan = plans.get([data.kind, data.unitKind, data.unit].join('/'));
		if (!plan || data.month !== month || !planStepAllowed(plan, data.step)) continue;
		plan.history.push({ step: data.step, event });
		plan.state = NEXT[data.step].to ?? plan.state;
		plan.analysis = data.analysis ?? plan.analysis;
		plan.measures = data.measures ?? plan.measures;
		if (data.step === 'hand_in') plan.handedInOn = data.on;
		if (data.step === 'return') plan.handedInOn = null;
	}
	const latest = new Set((bulletins.at(-1)?.plans ?? []).map((p) => [p.kind, p.unitKind, p.unit].join('/')));
	return [...plans]
		.map(([key, plan]) => ({ ...plan, owed: latest.has(key) }))
		.filter((plan) => plan.owed || plan.history.length > 0);
}
