import { appealsOf } from './appeals';
import { canonical } from './canonical';
import { checksOf, hasJudged, type Judgement } from './checks';
import type { Actor, Entry, LogEvent } from './event';
import { confirmBarred, ledgerOf, reversalNeedsSecond } from './ledger';
import { planStepAllowed, plansOf, type PlanStep } from './plans';
import { barred, lifeOf, type StepName } from './steps';

/** Why an entry can't be written. */
export type Refusal = 'state' | 'role' | 'unsigned' | 'reason' | 'done' | 'same';

interface Data extends Partial<Pick<Judgement, 'dataset' | 'ref' | 'subject'>> {
	month?: string;
	step?: string;
	of?: number;
	entry?: { month: string };
	needsSecond?: boolean;
	moment?: string;
	branch?: string;
	kind?: string;
	unitKind?: string;
	unit?: string;
	/** What is waived. */
	item?: string;
}

/** Kinds of entries that are never a branch manager's. */
const OFFICE = [
	'check',
	'check_reversed',
	'ledger_kept',
	'ledger',
	'ledger_confirmed',
	'ledger_reversed',
	'ruling',
	'waive',
	'calendar',
	'calendar_year',
	'none',
	'none_reversed',
	'unread_waived',
	'policies',
	'words'
];

/** Why an entry about the month's life can't be added to a log by someone, or null where it can: the one place that decides, whatever a screen offers. */
export function refusal(events: LogEvent[], { kind, data, reason }: Entry, by: Actor | null): Refusal | null {
	const given = (data ?? {}) as Data;
	const month = given.month ?? given.entry?.month;
	const elsewhere = [given.entry?.month, kind === 'check' ? given.moment?.slice(0, 7) : undefined].some(
		(other) => other !== undefined && other !== month
	);
	if (![...OFFICE, 'step', 'appeal', 'plan', 'ratings', 'figure', 'erase'].includes(kind)) return null;
	if (!by?.name) return 'unsigned';
	if (OFFICE.includes(kind) && by.role === 'branch_manager') return 'role';
	if (REPEATS.some((kinds) => kinds.includes(kind)) && isRepeat(events, kind, data)) return 'done';
	if (kind === 'unread_waived' || kind === 'policies') return reason ? null : 'reason';
	if (kind === 'words') return null;
	// what is about a month says which, and the same everywhere in it
	if (elsewhere || (month === undefined && !kind.startsWith('calendar'))) return 'state';
	if (month === undefined) return null;
	const life = lifeOf(events, month);
	if (kind === 'step') return barred(life, given.step as StepName, by, reason);
	if (kind === 'erase') return by.role !== 'head_office' ? 'role' : life.state === 'sealed' ? null : 'state';
	if (kind === 'plan') return planRefusal(events, given, by);
	if (kind === 'figure' && by.role === 'branch_manager' && by.branch !== given.branch) return 'role';
	if (life.state === 'sealed') return 'state';
	if (kind === 'waive') return life.waived.has(given.item ?? '') ? 'done' : reason ? null : 'reason';
	if (kind === 'appeal') {
		if (!['published', 'appeals'].includes(life.state)) return 'state';
		// the same once more, while the first still waits, is one appeal pressed twice
		const same = appealsOf(events, month).find(
			(a) => !a.ruling && a.event.by.name === by.name && canonical(a.event.data) === canonical(data)
		);
		return same ? 'done' : null;
	}
	if (life.state === 'signed') return 'state';
	return entryRefusal(events, kind, given, by, month);
}

/** Kinds of which the same said twice in a row is one thing pressed twice; one of a pair undoes the other. */
const REPEATS = [
	['none', 'none_reversed'],
	['calendar'],
	['calendar_year'],
	['ratings'],
	['figure'],
	['unread_waived']
];

/** Whether the last entry of a kind, or of the one that undoes it, says the same already. */
function isRepeat(events: LogEvent[], kind: string, data: unknown): boolean {
	const kinds = REPEATS.find((pair) => pair.includes(kind))!;
	const said = canonical(data);
	const last = events.findLast(
		(e) => kinds.includes(e.kind) && (kinds.length === 1 || canonical(e.data) === said)
	);
	return last?.kind === kind && canonical(last.data) === said;
}

function entryRefusal(
	events: LogEvent[],
	kind: string,
	given: Data,
	by: Actor,
	month: string
): Refusal | null {
	const { of, needsSecond } = given;
	if (kind === 'ruling') {
		const appeal = appealsOf(events, month).find((a) => a.seq === of);
		if (!appeal || appeal.ruling) return 'done';
		return appeal.event.by.name === by.name ? 'same' : null;
	}
	if (kind === 'check') {
		const judged = hasJudged(checksOf(events), by.name, given as Judgement);
		return judged ? 'done' : null;
	}
	if (kind === 'check_reversed') {
		const check = checksOf(events).find((c) => c.seq === of);
		return !check || check.reversal ? 'done' : check.month === month ? null : 'state';
	}
	const posted = ledgerOf(events).find((p) => p.seq === of);
	if (posted && posted.entry.month !== month) return 'state';
	if (kind === 'ledger_kept') return posted?.waits === 'reversal' ? null : 'done';
	if (kind === 'ledger_confirmed') return posted ? confirmBarred(posted, by) : 'done';
	if (kind !== 'ledger_reversed') return null;
	if (!posted || posted.reversal) return 'done';
	return reversalNeedsSecond(posted) === (needsSecond ?? false) ? null : 'state';
}

function planRefusal(
	events: LogEvent[],
	{ month, step, kind, unitKind, unit }: Data,
	by: Actor
): Refusal | null {
	if (['accept', 'return'].includes(step ?? '') && by.role === 'branch_manager') return 'role';
	if (by.role === 'branch_manager' && unitKind === 'branch' && by.branch !== unit) return 'role';
	const plan = plansOf(events, month!, lifeOf(events, month!).issued).find(
		(p) => p.kind === kind && p.unitKind === unitKind && p.unit === unit
	);
	return plan?.owed && planStepAllowed(plan, step as PlanStep) ? null : 'state';
}
