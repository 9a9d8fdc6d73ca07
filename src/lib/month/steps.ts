import type { Actor } from '../record/actor';
import type { Life } from '../record/life';
import { barred, STEP_NAMES, STEPS, type StepName } from '../record/steps';
import type { MonthLife } from './life';
import type { ReadyItem } from './ready-item';

/** Why a step can't be taken now; beside what the table of steps says. */
export type Bar =
	| 'state'
	| 'role'
	| 'unsigned'
	| 'reason'
	| 'not_ready'
	| 'stale'
	| 'appeals_open'
	| 'deadline'
	| 'unrevised'
	| 'erased';

/** Items of what was set aside: nothing is published over them by oversight. */
const SET_ASIDE: ReadyItem['kind'][] = ['rejects', 'unknown_people', 'unread', 'no_dataset'];

/** Whether the months' steps can be taken: null where they can, else why not. */
export function stepBar(
	{ life, open, results, appeals, appealsUntil, erased }: MonthLife,
	step: StepName,
	by: Actor | null,
	today: string,
	reason = '-'
): Bar | null {
	const why = barred(life, step, by, reason);
	if (why) return why;
	if (step === 'reopen' && erased) return 'erased';
	const before = open.filter((i) => !['open_appeal', 'open_month'].includes(i.kind));
	if (step === 'calculate' && before.length > 0) return 'not_ready';
	if (step === 'publish' && open.some((i) => SET_ASIDE.includes(i.kind))) return 'not_ready';
	if (step === 'publish' && life.calculated !== results) return 'stale';
	if (step === 'sign' && appeals.some((a) => !a.ruling)) return 'appeals_open';
	if (step === 'sign' && appealsUntil !== null && today <= appealsUntil) return 'deadline';
	if (step === 'seal' && open.length > 0) return 'not_ready';
	if ((step === 'seal' || step === 'sign') && life.bulletins.at(-1)?.results !== results) return 'unrevised';
	return null;
}

/** Why a bulletin of a month can't bear a date: none, a day to come, or one before the month is over. */
export function bulletinBar(
	month: string,
	date: string,
	today: string
): 'no_date' | 'future' | 'within' | null {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return 'no_date';
	if (date > today) return 'future';
	return date.slice(0, 7) <= month ? 'within' : null;
}

/** The steps that a month's state offers, whoever may take them. */
export const offered = (life: Life): StepName[] =>
	STEP_NAMES.filter((step) => STEPS[step].from.includes(life.state));
