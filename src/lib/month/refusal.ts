import { OFFICE, type Actor } from '../record/actor';
import { handedBy } from '../record/acknowledgements';
import { appealsOf } from '../record/appeals';
import { canonical } from '../record/canonical';
import { checksOf, hasJudged } from '../record/checks';
import { monthOf, type Entry, type EventOf, type LogEvent } from '../record/event';
import { KINDS } from '../record/kinds';
import { confirmBarred, ledgerOf, reversalNeedsSecond } from '../record/ledger';
import { lifeOf } from '../record/life';
import { notesOf } from '../record/notes';
import type { Note } from '../record/kinds/notes';
import { planStepAllowed, plansOf } from '../record/plans';
import { barred } from '../record/steps';

/** Why an entry can't be written. */
export type Refusal = 'state' | 'role' | 'unsigned' | 'reason' | 'done' | 'same';

/** Why an entry can't be added to a log by someone, or null where it can, by the log alone; `decide` asks it among the rest. */
export function refusal(events: LogEvent[], entry: Entry, by: Actor | null): Refusal | null {
	const { by: roles, unsigned, states, reason, repeats } = KINDS[entry.kind];
	if (unsigned) return null;
	if (!by?.name) return 'unsigned';
	if (!roles.includes(by.role)) return 'role';
	if (repeats && isRepeat(events, entry, repeats)) return 'done';
	const month = monthOf(entry);
	if (isElsewhere(entry)) return 'state';
	const own = states === null || month === null ? null : lifeOf(events, month);
	if (own && states && !states.includes(own.state)) return 'state';
	if (entry.kind === 'waive' && own?.waived.has(entry.data.item)) return 'done';
	if (reason && !entry.reason) return 'reason';
	return ownRefusal(events, entry, by);
}

/** Whether the last entry of some kinds says the same already; one of a pair undoes the other. */
function isRepeat(events: LogEvent[], { kind, data }: Entry, kinds: string[]): boolean {
	const said = canonical(data);
	const last = events.findLast(
		(e) => kinds.includes(e.kind) && (kinds.length === 1 || canonical(e.data) === said)
	);
	return last?.kind === kind && canonical(last.data) === said;
}

/** What is about a month says the same month everywhere in it. */
function isElsewhere(entry: Entry): boolean {
	const month = monthOf(entry);
	if (entry.kind === 'check') return entry.data.moment.slice(0, 7) !== month;
	if (entry.kind === 'ledger' || entry.kind === 'ruling')
		return entry.data.entry !== undefined && entry.data.entry.month !== month;
	return false;
}

/** What only entries of one kind ask. */
function ownRefusal(events: LogEvent[], entry: Entry, by: Actor): Refusal | null {
	switch (entry.kind) {
		case 'step':
			return barred(lifeOf(events, entry.data.month), entry.data.step, by, entry.reason);
		case 'plan':
			return planRefusal(events, entry, by);
		case 'figure':
			return by.role === 'branch_manager' && by.branch !== entry.data.branch ? 'role' : null;
		case 'note':
			return isForeign(entry.data, by) ? 'role' : null;
		case 'note_removed': {
			const note = notesOf(events).find((n) => n.seq === entry.data.of);
			if (!note) return 'done';
			if (note.month !== entry.data.month) return 'state';
			return OFFICE.includes(by.role) || note.by.name === by.name ? null : 'role';
		}
		case 'appeal': {
			if (by.role === 'staff' && entry.data.unitKind !== 'person') return 'role';
			// the same once more, while the first still waits, is one appeal pressed twice
			const same = appealsOf(events, entry.data.month).find(
				(a) => !a.ruling && a.event.by.name === by.name && canonical(a.event.data) === canonical(entry.data)
			);
			return same ? 'done' : null;
		}
		case 'ruling': {
			const appeal = appealsOf(events, entry.data.month).find((a) => a.seq === entry.data.of);
			if (!appeal || appeal.ruling) return 'done';
			return appeal.event.by.name === by.name ? 'same' : null;
		}
		case 'acknowledged': {
			const { reply, month, unitKind, unit, handover } = entry.data;
			const handed = handedBy(events, handover);
			if (!handed) return 'state';
			if (by.branch !== handed.data.branch || (by.role === 'staff' && unitKind !== 'person')) return 'role';
			return events.some(
				({ kind, data }) =>
					kind === 'acknowledged' &&
					data.reply === reply &&
					data.month === month &&
					data.unitKind === unitKind &&
					data.unit === unit
			)
				? 'done'
				: null;
		}
		case 'check':
			return hasJudged(checksOf(events), by.name, entry.data) ? 'done' : null;
		case 'check_reversed': {
			const check = checksOf(events).find((c) => c.seq === entry.data.of);
			return !check || check.reversal ? 'done' : check.month === entry.data.month ? null : 'state';
		}
		case 'ledger_kept':
		case 'ledger_confirmed':
		case 'ledger_reversed':
			return ledgerRefusal(events, entry, by);
		default:
			return null;
	}
}

/** Whether a note is of more than whoever isn't of the office answers for: their own branch and its people. */
const isForeign = ({ unitKind, unit, branch }: Note, by: Actor): boolean =>
	!OFFICE.includes(by.role) &&
	(by.branch === undefined || (unitKind === 'branch' ? unit : branch) !== by.branch);

function ledgerRefusal(
	events: LogEvent[],
	entry: Extract<Entry, { kind: 'ledger_kept' | 'ledger_confirmed' | 'ledger_reversed' }>,
	by: Actor
): Refusal | null {
	const posted = ledgerOf(events).find((p) => p.seq === entry.data.of);
	if (!posted) return 'done';
	if (posted.entry.month !== entry.data.month) return 'state';
	if (entry.kind === 'ledger_kept') return posted.waits === 'reversal' ? null : 'done';
	if (entry.kind === 'ledger_confirmed') return confirmBarred(posted, by);
	if (posted.reversal) return 'done';
	return reversalNeedsSecond(posted) === (entry.data.needsSecond ?? false) ? null : 'state';
}

function planRefusal(events: LogEvent[], { data }: Pick<EventOf<'plan'>, 'data'>, by: Actor): Refusal | null {
	const { month, step, kind, unitKind, unit } = data;
	if (['accept', 'return'].includes(step) && !OFFICE.includes(by.role)) return 'role';
	if (by.role === 'staff' && unitKind !== 'person') return 'role';
	if (by.role === 'branch_manager' && unitKind === 'branch' && by.branch !== unit) return 'role';
	const plan = plansOf(events, month, lifeOf(events, month).issued).find(
		(p) => p.kind === kind && p.unitKind === unitKind && p.unit === unit
	);
	return plan?.owed && planStepAllowed(plan, step) ? null : 'state';
}
