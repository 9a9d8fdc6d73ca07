import type { Entry } from '../record/event';
import type { Ruling } from '../record/appeals';
import type { LedgerEntry } from '../record/ledger';
import type { StepName } from '../record/steps';

/** Kinds of entries that say more than a person does: the rest follows from how things are. */
type Made = 'step' | 'ledger' | 'ledger_reversed' | 'ruling' | 'erase';

/** What a person wants to do: an entry as it is, or what an entry is made from. */
export type Intent =
	| Exclude<Entry, { kind: Made }>
	| {
			kind: 'step';
			month: string;
			step: StepName;
			reason?: string;
			/** The number and date of the bulletin that it issues. */
			number?: string;
			date?: string;
			/** The SHA-256 of the document that it seals. */
			hash?: string;
	  }
	| { kind: 'ledger'; entry: LedgerEntry }
	| { kind: 'ledger_reversed'; month: string; of: number; reason: string }
	| {
			kind: 'ruling';
			month: string;
			of: number;
			result: Ruling;
			reason: string;
			/** What it adds to what was counted; nothing where it refuses. */
			numerator: number;
			denominator: number;
	  }
	| { kind: 'erase'; month: string; reason: string };

/** The month that an intent is about, or null. */
export function monthMeant(intent: Intent): string | null {
	if (intent.kind === 'ledger') return intent.entry.month;
	if ('month' in intent) return intent.month;
	return 'data' in intent && 'month' in intent.data ? intent.data.month : null;
}

/** Whether what is decided rests on results that must be those of the log as it is. */
export const restsOnResults = ({ kind }: Intent): boolean =>
	['step', 'ledger', 'ruling', 'ledger_confirmed', 'ledger_reversed', 'erase'].includes(kind);
