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
		records: z.int().nullable(),
		detail: z.string()
	}),
	dataset: z.string().optional()
});

const layout = z.object({
	dataset: z.string(),
	columns: z.record(z.string(), z.string()),
	places: z.record(z.string(), z.int()).optional(),
	units: z.record(z.string(), z.string()).optional()
});

export const FILES = {
	import: kind({
		data: z.object({
			added: z
				.array(
					z.object({
						...file.shape,
						size: z.int(),
						dataset: z.string(),
						original: z.string().optional(),
						scrubbed: z.array(z.string()).optional()
					})
				)
				.optional(),
			removed: z.array(file).optional(),
			unread: z.array(unread).optional(),
			handed: z.array(z.string()).optional()
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
			sha256: z.string().optional(),
			added: z.array(z.object({ path: z.string() })).optional(),
			unread: z.array(unread).optional()
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
			path: z.string().optional(),
			given: z.record(z.string(), z.string()).optional(),
			said: z.string().nullable().optional()
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
