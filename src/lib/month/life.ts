import type { Calendar } from '../calendar/workdays';
import type { Results } from '../sql/rows';
import type { Policy } from '../policy/schema';
import { paidKind } from '../policy/in-force';
import { appealsOf, type Appeal } from '../record/appeals';
import type { LogEvent } from '../record/event';
import { ledgerOf, type Posted } from '../record/ledger';
import { lifeOf, type Life } from '../record/life';
import { plansOf, type Plan } from '../record/plans';
import { erasedFiles } from '../record/record';
import type { Seal } from '../record/seal';
import type { WorkFile } from '../record/file';
import { appealDue, appraisalWindow } from './due';
import { gapsUntil } from './notices';
import { readiness } from './readiness';
import { type ReadyItem } from './ready-item';
import type { Unread } from './unread';

/** What is known of all months: the log, and what was computed from it and the files. */
export interface Known {
	events: LogEvent[];
	calendar: Calendar;
	/** Every version of the rules. */
	policies: Policy[];
	/** The policy that a month is scored by. */
	policyIn: (month: string) => Policy;
	results: Results;
	/** The files that stand, those that entries make among them. */
	files: WorkFile[];
	unread: Unread[];
	/** The sealed months that stand. */
	sealed: ReadonlyMap<string, Seal>;
}

/** What is decided from. */
export interface Situation extends Known {
	/** SHA-256 of the results of the month that is meant. */
	hash: string;
}

/** Everything about a month's life. */
export interface MonthLife {
	month: string;
	policy: Policy;
	life: Life;
	appeals: Appeal[];
	plans: Plan[];
	ledger: Posted[];
	window: [string, string];
	/** Last day to appeal, once there is a bulletin. */
	appealsUntil: string | null;
	items: ReadyItem[];
	/** Items that are neither mended nor waived. */
	open: ReadyItem[];
	/** SHA-256 of the results as they are. */
	results: string;
	/** True once files that the month was sealed from were deleted: it can't be computed anew. */
	erased: boolean;
}

/** A month's life with the dates that follow from it. */
export function datedLife(
	{ events, calendar, policyIn }: Pick<Known, 'events' | 'calendar' | 'policyIn'>,
	life: Life
): Pick<MonthLife, 'life' | 'window' | 'plans' | 'appealsUntil'> {
	const { month, issued, bulletins } = life;
	const policy = policyIn(month);
	const latest = bulletins.at(-1);
	return {
		life,
		window: appraisalWindow(month, policy, calendar),
		plans: plansOf(events, month, issued),
		appealsUntil: latest ? appealDue(latest.date, policy, calendar) : null
	};
}

/** Gathers a month's life as it is on a day. */
export function monthLifeOf(situation: Situation, month: string, today: string): MonthLife {
	const { events, calendar, results, files, unread, sealed, hash } = situation;
	const life = lifeOf(events, month);
	const policy = situation.policyIn(month);
	const appeals = appealsOf(events, month);
	const ledger = ledgerOf(events).filter((p) => p.entry.month === month);
	const items = readiness({
		month,
		results,
		policy,
		calendar,
		gaps: gapsUntil(results, month, today),
		files,
		unread,
		ledger,
		appeals,
		unitKind: paidKind(policy),
		sealed: new Set(sealed.keys())
	});
	return {
		month,
		policy,
		appeals,
		ledger,
		...datedLife(situation, life),
		items,
		open: items.filter((i) => !i.waivable || !life.waived.has(i.id)),
		results: hash,
		erased: isErased(situation, month)
	};
}

/** Whether files that a month was sealed from were deleted, at least one of them. */
export function isErased({ events, sealed }: Pick<Situation, 'events' | 'sealed'>, month: string): boolean {
	const erased = erasedFiles(events);
	return sealed.get(month)?.inputs.some((input) => erased.has(input.sha256)) ?? false;
}
