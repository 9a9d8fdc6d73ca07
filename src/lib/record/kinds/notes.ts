import { z } from '../../policy/zod';
import { EVERYONE } from '../actor';
import { kind } from '../kind';
import { month, seq } from './shared';

const note = z.object({
	month,
	/** Whom it is about; null where it is of all. */
	unitKind: z.nullable(z.string()),
	unit: z.nullable(z.string()),
	/** The line of the scorecard that it explains; null where it is of all. */
	line: z.nullable(z.string()),
	/** The branch of whom it is about, where that is a person's. */
	branch: z.optional(z.nullable(z.string())),
	text: z.string().check(z.minLength(1))
});

export type Note = z.infer<typeof note>;

export const NOTES = {
	// a note changes no figure: it can be pinned to a sealed month, too
	note: kind({
		data: note,
		by: EVERYONE,
		states: null,
		follows: 'never',
		reads: ({ month: of, unitKind, unit, text }, { t, named }) =>
			t('log.note', {
				month: of,
				unit: unitKind === null || unit === null ? t('note.all') : named(unitKind, unit),
				text
			})
	}),
	note_removed: kind({
		data: z.object({ month, of: seq }),
		by: EVERYONE,
		states: null,
		reason: true,
		follows: 'never',
		reads: ({ of }, { t }) => t('log.note_removed', { of })
	})
};
