import { z } from '../../policy/zod';
import { EVERYONE, OFFICE } from '../actor';
import { kind } from '../kind';
import { ledgerEntry } from './ledger';
import { attachment, COUNTING, day, month, seq } from './shared';

const appeal = z.object({
	month,
	on: z.optional(day),
	unitKind: z.string(),
	unit: z.string(),
	line: z.string(),
	evidence: z.string(),
	/** The value that is proposed, in words. */
	proposed: z.string(),
	/** What it asks to be added to what was counted; absent in older logs. */
	numerator: z.optional(z.int()),
	denominator: z.optional(z.int()),
	attachment: z.optional(attachment),
	/** The reply that it came by: it is dated by that. */
	reply: z.optional(z.string())
});

const ruling = z.enum(['accepted', 'partly', 'refused']);

export type AppealData = z.infer<typeof appeal>;
export type Ruling = z.infer<typeof ruling>;

export const APPEALS = {
	appeal: kind({
		data: appeal,
		by: [...EVERYONE, 'staff'],
		states: ['published', 'appeals'],
		follows: 'never',
		reads: ({ month: of, unitKind, unit }, { t, named }) =>
			t('log.appeal', { month: of, unit: named(unitKind, unit) })
	}),
	ruling: kind({
		data: z.object({ month, of: seq, result: ruling, entry: z.optional(ledgerEntry) }),
		by: OFFICE,
		states: COUNTING,
		follows: 'at_once',
		reads: ({ month: on, of, result }, { t }) =>
			`${t('log.ruling', { month: on, of })} ${t(`ruling.${result}`)}`
	})
};
