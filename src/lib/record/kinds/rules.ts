import { z } from '../../policy/zod';
import { OFFICE } from '../actor';
import { kind } from '../kind';
import { day } from './shared';

const text = z.object({ zh: z.string(), en: z.string() });

export const RULES = {
	words: kind({
		data: z.object({
			/** The workspace's own words: list → value → words. */
			words: z.record(z.string(), z.record(z.string(), z.array(z.string()))),
			changed: z.optional(z.object({ list: z.string(), value: z.nullable(z.string()), word: z.string() }))
		}),
		by: OFFICE,
		states: null,
		follows: 'read',
		reads: ({ changed }, { t, word, listWord }) => {
			if (!changed) return t('log.words');
			const { list, value } = changed;
			const fill = { list: word('words', list), word: changed.word };
			return value === null
				? t('log.words.removed', fill)
				: t('log.words.added', { ...fill, value: listWord(list, value) });
		}
	}),
	policies: kind({
		data: z.object({
			/** Head office's versions as they were put down; what a build can't read stays kept. */
			policies: z.array(z.unknown()),
			changed: z.optional(
				z.object({
					change: z.enum(['put', 'withdrawn']),
					policy: z.string(),
					title: z.optional(text),
					in_force_from: z.optional(z.string()),
					author: z.optional(z.string())
				})
			)
		}),
		by: OFFICE,
		states: null,
		reason: true,
		follows: 'at_once',
		reads: ({ changed }, { t, pick }) =>
			changed
				? t(`log.policies.${changed.change}`, {
						policy: changed.policy,
						title: changed.title ? pick(changed.title) : '',
						month: changed.in_force_from ?? ''
					})
				: t('log.policies')
	}),
	calendar: kind({
		/** `works` null: as the statutory calendar has it again; `state` says the day in the words of whoever set it. */
		data: z.object({ day, works: z.nullable(z.boolean()), state: z.optional(z.string()) }),
		by: OFFICE,
		states: null,
		repeats: ['calendar'],
		follows: 'at_once',
		reads: ({ day: on, state = '' }, { t }) => t('log.calendar', { day: on, state })
	}),
	calendar_year: kind({
		data: z.object({ year: z.string(), off: z.array(day), work: z.array(day) }),
		by: OFFICE,
		states: null,
		repeats: ['calendar_year'],
		follows: 'at_once',
		reads: ({ year }, { t }) => t('log.calendar_year', { year })
	})
};
