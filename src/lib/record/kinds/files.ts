import { z } from '../../policy/zod';
import { WARNING_CODES } from '../../intake/warning';
import { EVERYONE, OFFICE } from '../actor';
import { kind } from '../kind';
import { file, month, paths } from './shared';

/** What is known of a file or table that was handed over and isn't read. */
const unread = z.object({
	path: z.string(),
	warning: z.object({
		severity: z.enum(['loss', 'note']),
		code: z.enum(WARNING_CODES),
		column: z.string(),
		records: z.nullable(z.int()),
		detail: z.string()
	}),
	dataset: z.optional(z.string())
});

const layout = z.object({
	dataset: z.string(),
	columns: z.record(z.string(), z.string()),
	places: z.optional(z.record(z.string(), z.int())),
	units: z.optional(z.record(z.string(), z.string()))
});

export const FILES = {
	import: kind({
		data: z.object({
			added: z.optional(
				z.array(
					z.object({
						...file.shape,
						size: z.int(),
						dataset: z.string(),
						original: z.optional(z.string()),
						scrubbed: z.optional(z.array(z.string()))
					})
				)
			),
			removed: z.optional(z.array(file)),
			unread: z.optional(z.array(unread)),
			handed: z.optional(z.array(z.string()))
		}),
		by: EVERYONE,
		unsigned: true,
		states: null,
		follows: 'read',
		reads: ({ added = [], removed = [], unread: left = [] }, say) =>
			[
				added.length > 0 ? say.t('log.import.added', { files: paths(added, say) }) : '',
				removed.length > 0 ? say.t('log.import.removed', { files: paths(removed, say) }) : '',
				left.length > 0 ? say.t('log.import.unread', { files: paths(left, say) }) : ''
			]
				.filter(Boolean)
				.join(say.t('text.between')) || say.t('log.import.again')
	}),
	sheet: kind({
		data: z.object({
			path: z.string(),
			sheet: z.string(),
			sha256: z.optional(z.string()),
			added: z.optional(z.array(z.object({ path: z.string() }))),
			unread: z.optional(z.array(unread))
		}),
		by: EVERYONE,
		unsigned: true,
		states: null,
		follows: 'read',
		reads: ({ path, sheet }, { t }) => t('log.sheet', { path, sheet })
	}),
	layouts: kind({
		data: z.object({
			layouts: z.array(z.tuple([z.string(), layout])),
			path: z.optional(z.string()),
			given: z.optional(z.record(z.string(), z.string())),
			said: z.optional(z.nullable(z.string()))
		}),
		by: EVERYONE,
		unsigned: true,
		states: null,
		follows: 'read',
		reads: ({ path = '' }, { t }) => t('log.layouts', { path })
	}),
	unread_waived: kind({
		data: z.object({ path: z.string() }),
		by: OFFICE,
		states: null,
		reason: true,
		repeats: ['unread_waived'],
		follows: 'at_once',
		reads: ({ path }, { t }) => t('log.unread_waived', { path })
	}),
	erase: kind({
		data: z.object({ month, removed: z.array(file) }),
		by: ['head_office'],
		states: ['sealed'],
		follows: 'read',
		reads: ({ removed }, say) => say.t('log.erase', { files: paths(removed, say) })
	})
};
