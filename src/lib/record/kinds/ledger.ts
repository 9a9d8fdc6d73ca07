import { z } from '../../policy/zod';
import { OFFICE } from '../actor';
import { kind } from '../kind';
import { attachment, COUNTING, day, decimal, month, seq } from './shared';

const about = {
	month,
	branch: z.string(),
	person: z.nullable(z.string()),
	evidence: z.string(),
	attachment: z.optional(attachment)
};

/** A merit or criticism by its type in the policy, its points told when it was entered. */
const merit = z.object({ ...about, type: z.literal('merit'), date: day, merit: z.string(), points: decimal });
const audit = z.object({ ...about, type: z.literal('audit'), date: day, points: decimal });

/** So many more (or fewer) in what a line counts. */
const correction = z.object({
	...about,
	type: z.literal('correction'),
	measure: z.string(),
	line: z.string(),
	unitKind: z.string(),
	unit: z.string(),
	numerator: z.int(),
	denominator: z.int(),
	/** What the rows gave when it was made. */
	source: z.string()
});

export const ledgerEntry = z.discriminatedUnion('type', [merit, audit, correction]);

/** What is entered by hand. */
export type LedgerEntry = z.infer<typeof ledgerEntry>;
export type Correction = z.infer<typeof correction>;

/** An earlier entry of the ledger. */
const of = z.object({ month, of: seq });

export const LEDGER = {
	ledger: kind({
		data: z.object({ month: z.optional(month), entry: ledgerEntry, needsSecond: z.optional(z.boolean()) }),
		by: OFFICE,
		states: COUNTING,
		follows: 'at_once',
		reads: ({ entry }, { t, named }) =>
			t('log.ledger', {
				month: entry.month,
				unit: named(entry.person === null ? 'branch' : 'person', entry.person ?? entry.branch),
				what: t(`ledger.${entry.type}`),
				points:
					entry.type === 'correction'
						? `${String(entry.numerator)} / ${String(entry.denominator)}`
						: entry.points
			})
	}),
	ledger_confirmed: kind({
		data: of,
		by: OFFICE,
		states: COUNTING,
		follows: 'at_once',
		reads: (data, { t }) => t('log.ledger_confirmed', { of: data.of })
	}),
	/** A reversal that waits isn't confirmed: the entry stays. */
	ledger_kept: kind({
		data: of,
		by: OFFICE,
		states: COUNTING,
		follows: 'never',
		reads: (data, { t }) => t('log.ledger_kept', { of: data.of })
	}),
	ledger_reversed: kind({
		data: z.object({ ...of.shape, needsSecond: z.optional(z.boolean()) }),
		by: OFFICE,
		states: COUNTING,
		follows: 'at_once',
		reads: (data, { t }) => t('log.ledger_reversed', { of: data.of })
	})
};
