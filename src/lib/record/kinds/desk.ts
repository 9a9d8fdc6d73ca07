import { z } from '../../policy/zod';
import { EVERYONE, OFFICE } from '../actor';
import { kind } from '../kind';
import { COUNTING, decimal, month, seq } from './shared';

const judgement = z.object({
	month,
	dataset: z.enum(['callbacks', 'tickets']),
	/** Its own number in the export. */
	ref: z.string(),
	branch: z.string(),
	person: z.nullable(z.string()),
	/** Its own moment, `YYYY-MM-DD HH:MM:SS`: the check belongs to the week of what it checks. */
	moment: z.string(),
	subject: z.string(),
	passed: z.enum(['yes', 'no']),
	note: z.string()
});

const figure = z.object({
	month,
	branch: z.string(),
	/** A word of the list `figure`. */
	figure: z.string(),
	/** At least 0; null takes it back. */
	value: z.nullable(decimal),
	note: z.string()
});

const rating = z.object({
	month,
	branch: z.string(),
	person: z.nullable(z.string()),
	role: z.enum(['self', 'leader', 'group']),
	/** The rater's name; for the group a pseudonym. */
	rater: z.string(),
	/** 0 to 100 with up to two decimals; null takes the rater's score back. */
	score: z.nullable(decimal)
});

/** A callback or ticket as someone judged it at the spot-check desk. */
export type Judgement = z.infer<typeof judgement>;
/** A figure as a branch reports it, typed in. */
export type Reported = z.infer<typeof figure>;
/** A score given on an entry sheet. */
export type RatingEntry = z.infer<typeof rating>;

export const DESK = {
	check: kind({
		data: judgement,
		by: OFFICE,
		states: COUNTING,
		follows: 'at_rest',
		reads: ({ ref }, { t }) => t('log.check', { ref })
	}),
	check_reversed: kind({
		data: z.object({ month, of: seq }),
		by: OFFICE,
		states: COUNTING,
		follows: 'at_rest',
		reads: ({ of }, { t }) => t('log.check_reversed', { of })
	}),
	figure: kind({
		data: figure,
		by: EVERYONE,
		states: COUNTING,
		repeats: ['figure'],
		follows: 'at_rest',
		reads: (data, { t, named, word }) =>
			t('log.figure', {
				month: data.month,
				branch: named('branch', data.branch),
				figure: word('figure', data.figure),
				value: data.value ?? '—'
			})
	}),
	ratings: kind({
		data: z.object({ month, role: z.string(), count: z.int(), entries: z.array(rating) }),
		by: EVERYONE,
		states: COUNTING,
		repeats: ['ratings'],
		follows: 'at_once',
		reads: ({ month: of, count }, { t }) => t('log.ratings', { month: of, count })
	})
};
