import { z } from '../../policy/zod';
import { EVERYONE, OFFICE } from '../actor';
import { kind } from '../kind';
import { day, month } from './shared';

const handed = z.object({
	/** The latest of its months. */
	month,
	branch: z.string(),
	/** The file, as replies name it. */
	handover: z.string(),
	on: day,
	/** What checks the signature of replies; empty where none is taken. */
	key: z.string(),
	/** SHA-256 of the results of each month that was handed over. */
	results: z.optional(z.record(z.string(), z.string()))
});

const acknowledged = z.object({
	month,
	unitKind: z.string(),
	unit: z.string(),
	handover: z.string(),
	reply: z.string(),
	on: day,
	agrees: z.boolean(),
	comment: z.string()
});

export type HandedOver = z.infer<typeof handed>;
export type Acknowledged = z.infer<typeof acknowledged>;

export const HANDOVER = {
	handed_over: kind({
		data: handed,
		by: OFFICE,
		states: null,
		follows: 'never',
		reads: ({ month: of, branch }, { t, named }) =>
			t('log.handed_over', { month: of, branch: named('branch', branch) })
	}),
	acknowledged: kind({
		data: acknowledged,
		by: [...EVERYONE, 'staff'],
		states: null,
		follows: 'never',
		reads: ({ month: of, unitKind, unit, agrees }, { t, named }) =>
			t(agrees ? 'log.agreed' : 'log.disagreed', { month: of, unit: named(unitKind, unit) })
	})
};
