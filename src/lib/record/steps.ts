import type { Actor, Role } from './actor';

/** Where a month stands. */
export type State = 'open' | 'calculated' | 'published' | 'appeals' | 'signed' | 'sealed';

export const STEP_NAMES = [
	'calculate',
	'publish',
	'revise',
	'hear',
	'sign',
	'unsign',
	'seal',
	'reopen'
] as const;

/** A step in the life of a month. */
export type StepName = (typeof STEP_NAMES)[number];

interface StepRule {
	from: State[];
	/** null: the month stays where it is. */
	to: State | null;
	by: Role[];
	reason?: boolean;
	/** True where scores follow from it: what was sealed is computed again. */
	rescores?: boolean;
}

/** Every step there is, from where to where, and who may take it. */
export const STEPS: Record<StepName, StepRule> = {
	calculate: { from: ['open', 'calculated'], to: 'calculated', by: ['hr'] },
	publish: { from: ['calculated'], to: 'published', by: ['hr'] },
	revise: { from: ['published', 'appeals'], to: null, by: ['hr'], reason: true },
	hear: { from: ['published'], to: 'appeals', by: ['hr', 'head_office'] },
	sign: { from: ['appeals'], to: 'signed', by: ['hr', 'head_office'] },
	unsign: { from: ['signed'], to: 'appeals', by: ['hr', 'head_office'], reason: true },
	seal: { from: ['signed'], to: 'sealed', by: ['head_office'] },
	reopen: { from: ['sealed'], to: 'open', by: ['head_office'], reason: true, rescores: true }
};

/** Why a step can't be taken, or null where it can. */
export function barred(
	life: { state: State },
	step: StepName,
	by: Actor | null,
	reason = ''
): 'state' | 'role' | 'unsigned' | 'reason' | null {
	const rule = STEPS[step];
	if (!rule.from.includes(life.state)) return 'state';
	if (!by?.name) return 'unsigned';
	if (!rule.by.includes(by.role)) return 'role';
	return rule.reason && reason.trim() === '' ? 'reason' : null;
}
