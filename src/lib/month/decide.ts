import { difference, signOf, sumOf } from '../language/decimal';
import type { MessageKey } from '../language/messages';
import type { Actor } from '../record/actor';
import { appealsOf } from '../record/appeals';
import type { Entry } from '../record/event';
import { ledgerOf, reversalNeedsSecond, type LedgerEntry } from '../record/ledger';
import { lifeOf } from '../record/life';
import { bulletinOf } from './bulletin';
import type { Correction } from '../record/kinds/ledger';
import { beyondOf, opposite } from './correction';
import { appealDue } from './due';
import { erasable } from './erasable';
import type { Intent } from './intent';
import { monthLifeOf, type Situation } from './life';
import { refusal } from './refusal';
import { correctionOf } from './ruling';
import { needsSecond } from './second-name';
import { bulletinBar, stepBar } from './steps';

/** Why something can't be done: a message and what fills it. */
export interface Refused {
	says: MessageKey;
	fill?: Record<string, string | number>;
}

export type Decision = { entry: Entry; refused?: undefined } | { refused: Refused; entry?: undefined };

const refuse = (says: MessageKey, fill?: Refused['fill']): Decision => ({
	refused: { says, ...(fill && { fill }) }
});

/** Whether what someone wants becomes an entry of the log, and which: the one judge, asked by screens before they offer and by the log before it writes. */
export function decide(situation: Situation, intent: Intent, by: Actor | null, today: string): Decision {
	const made = entryOf(situation, intent, by, today);
	if (made.refused) return made;
	const why = refusal(situation.events, made.entry, by);
	if (why === 'same' && made.entry.kind === 'ledger_confirmed') return refuse('ledger.sameName');
	if (why) return refuse(`barred.${why}`);
	return (
		late(situation, made.entry, today) ??
		unequal(situation, made.entry) ??
		beyond(situation, made.entry) ??
		made
	);
}

/** The entry that an intent makes as things are. */
function entryOf(situation: Situation, intent: Intent, by: Actor | null, today: string): Decision {
	switch (intent.kind) {
		case 'step':
			return stepOf(situation, intent, by, today);
		case 'ledger': {
			const { entry } = intent;
			const second = needsSecond(situation.policyIn(entry.month), entry);
			return { entry: { kind: 'ledger', data: { month: entry.month, entry, needsSecond: second } } };
		}
		case 'ledger_reversed': {
			const { month, of, reason } = intent;
			const posted = ledgerOf(situation.events).find((p) => p.seq === of);
			const second = posted !== undefined && reversalNeedsSecond(posted);
			return { entry: { kind: 'ledger_reversed', reason, data: { month, of, needsSecond: second } } };
		}
		case 'ruling': {
			const { month, of, result, reason, numerator, denominator } = intent;
			const appeal = appealsOf(situation.events, month).find((a) => a.seq === of);
			const corrects = appeal && result !== 'refused' && (numerator !== 0 || denominator !== 0);
			const entry = corrects && correctionOf(situation, appeal, numerator, denominator);
			return { entry: { kind: 'ruling', reason, data: { month, of, result, ...(entry && { entry }) } } };
		}
		case 'erase': {
			const { month, reason } = intent;
			const removed = erasable(situation, month);
			// who may is told first, by the table of kinds
			const entry: Entry = { kind: 'erase', reason, data: { month, removed } };
			const barred = removed.length === 0 && refusal(situation.events, entry, by) === null;
			return barred ? refuse('sealed.noneToErase') : { entry };
		}
		default:
			return { entry: intent };
	}
}

function stepOf(
	situation: Situation,
	intent: Extract<Intent, { kind: 'step' }>,
	by: Actor | null,
	today: string
): Decision {
	const { month, step, reason = '', number = '', date = '', hash } = intent;
	const now = monthLifeOf(situation, month, today);
	const bar = stepBar(now, step, by, today, reason);
	if (bar) return refuse(`barred.${bar}`);
	const revises = step === 'revise';
	const issues = revises || step === 'publish';
	const wrong = issues ? bulletinBar(month, date, today) : null;
	if (wrong) return refuse(`bulletin.${wrong}`, { month });
	// a corrected date moves the deadlines with it; else those newly named have theirs from today
	const from = revises && date === now.life.bulletins.at(-1)?.date ? today : date;
	return {
		entry: {
			kind: 'step',
			...(reason ? { reason } : {}),
			data: {
				month,
				step,
				...(issues || step === 'calculate' ? { results: now.results } : {}),
				...(issues ? { bulletin: bulletinOf(situation, now, number, date, from) } : {}),
				...(step === 'seal' ? { revision: now.life.revision, ...(hash && { hash }) } : {})
			}
		}
	};
}

/** An appeal after its time. */
function late({ events, calendar, policyIn }: Situation, entry: Entry, today: string): Decision | null {
	if (entry.kind !== 'appeal') return null;
	const { month, reply, on } = entry.data;
	// what came by a reply was filed when that was written
	const filed = reply === undefined ? today : (on ?? today);
	const latest = lifeOf(events, month).bulletins.at(-1);
	const until = latest ? appealDue(latest.date, policyIn(month), calendar) : null;
	return until !== null && filed > until ? refuse('appeal.tooLate', { date: until }) : null;
}

/** A prize split by hand into another sum. */
function unequal({ results }: Situation, entry: Entry): Decision | null {
	if (entry.kind !== 'prize_split' || entry.data.shares.length === 0) return null;
	const { period, award, branch, shares } = entry.data;
	const paid = results.awards.filter(
		(a) => a.period === period && a.award === award && a.unit_kind === 'branch' && a.unit === branch
	);
	const should = sumOf(['0', ...paid.map((a) => a.amount)]);
	const is = sumOf(shares.map((s) => s.amount));
	const isWhole = difference(is, should);
	return signOf(isWhole) === 0 && shares.every((s) => signOf(s.amount) >= 0)
		? null
		: refuse('payroll.sum', { is, should });
}

/** A correction beyond what its line counts: as it is posted, when a second name makes it count, and when it is taken back. */
function beyond(situation: Situation, entry: Entry): Decision | null {
	const correction = correctionIn(situation, entry);
	if (correction?.type !== 'correction') return null;
	const line = situation
		.policyIn(correction.month)
		.scorecards.flatMap((c) => c.lines)
		.find((l) => l.line === correction.line);
	const found = line && beyondOf(situation.results, line, correction);
	return found ? refuse(`ledger.beyond.${found.what}`, { is: found.is, by: found.by }) : null;
}

/** What an entry makes count, or takes back: the entry of the ledger, or its opposite. */
function correctionIn({ events }: Situation, entry: Entry): LedgerEntry | Correction | undefined {
	if (entry.kind === 'ledger' || entry.kind === 'ruling') return entry.data.entry;
	if (entry.kind !== 'ledger_confirmed' && entry.kind !== 'ledger_reversed') return undefined;
	if (entry.kind === 'ledger_reversed' && entry.data.needsSecond) return undefined;
	const posted = ledgerOf(events).find((p) => p.seq === entry.data.of);
	if (posted?.entry.type !== 'correction') return undefined;
	const isBack = entry.kind === 'ledger_reversed' || posted.waits === 'reversal';
	if (!isBack) return posted.entry;
	// what doesn't count yet takes nothing away when it is taken back
	return posted.counts ? opposite(posted.entry) : undefined;
}
