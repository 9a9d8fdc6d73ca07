import { z } from '../../policy/zod';
import { EVERYONE, OFFICE } from '../actor';
import { kind } from '../kind';
import { STEP_NAMES } from '../steps';
import { attachment, COUNTING, day, decimal, month, UNSEALED } from './shared';

const bulletin = z.object({
	number: z.string(),
	/** The date that deadlines count from; a revised bulletin keeps the first one's. */
	date: day,
	/** Who owes an improvement plan by it. */
	plans: z.array(
		z.object({ kind: z.string(), unitKind: z.string(), unit: z.string(), rank: z.int(), due: day })
	),
	/** Totals and ranks as published. */
	ranked: z.array(z.object({ unitKind: z.string(), unit: z.string(), total: decimal, rank: z.int() }))
});

const step = z.object({
	month,
	step: z.enum(STEP_NAMES),
	/** SHA-256 of the month's results. */
	results: z.optional(z.string()),
	bulletin: z.optional(bulletin),
	/** Of a seal: its revision, and the SHA-256 of its document. */
	revision: z.optional(z.int()),
	hash: z.optional(z.string())
});

const PLAN_STEPS = ['write', 'hand_in', 'accept', 'return'] as const;

const plan = z.object({
	month,
	kind: z.string(),
	unitKind: z.string(),
	unit: z.string(),
	step: z.enum(PLAN_STEPS),
	/** The date by the machine of whoever took it. */
	on: day,
	analysis: z.optional(z.string()),
	measures: z.optional(z.string()),
	attachment: z.optional(attachment),
	/** The reply that it came by. */
	reply: z.optional(z.string())
});

const none = z.object({ month, dataset: z.string() });

export type BulletinData = z.infer<typeof bulletin>;
export type StepData = z.infer<typeof step>;
/** What is done with an improvement plan (整改方案). */
export type PlanStep = (typeof PLAN_STEPS)[number];

export const MONTH = {
	step: kind({
		data: step,
		by: EVERYONE,
		states: null,
		follows: 'at_once',
		reads: ({ step: taken, month: of, bulletin: issued }, { t }) =>
			t(`log.step.${taken}`, { month: of }) +
			(issued ? ` ${t('log.bulletin', { number: issued.number })}` : '')
	}),
	waive: kind({
		data: z.object({ month, item: z.string() }),
		by: OFFICE,
		states: UNSEALED,
		reason: true,
		follows: 'never',
		reads: ({ month: of, item }, { t, word }) => {
			const [what = '', ...rest] = item.split('/');
			return t('log.waive', { month: of, item: `${word('ready.kind', what)} ${rest.join('/')}` });
		}
	}),
	none: kind({
		data: none,
		by: OFFICE,
		states: COUNTING,
		repeats: ['none', 'none_reversed'],
		follows: 'at_once',
		reads: (data, { t, dataset }) => t('log.none', { month: data.month, dataset: dataset(data.dataset) })
	}),
	none_reversed: kind({
		data: none,
		by: OFFICE,
		states: COUNTING,
		repeats: ['none', 'none_reversed'],
		follows: 'at_once',
		reads: (data, { t, dataset }) =>
			t('log.none_reversed', { month: data.month, dataset: dataset(data.dataset) })
	}),
	plan: kind({
		data: plan,
		by: [...EVERYONE, 'staff'],
		states: null,
		follows: 'never',
		reads: ({ month: of, unitKind, unit, step: taken }, { t, named }) =>
			`${t('log.plan', { month: of, unit: named(unitKind, unit) })} ${t(`plan.done.${taken}`)}`
	})
};
