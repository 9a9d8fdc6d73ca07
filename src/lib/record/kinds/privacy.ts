import { PERSONAL_KINDS } from '../../language/personal-kinds';
import { z } from '../../policy/zod';
import { EVERYONE } from '../actor';
import { kind } from '../kind';

const unmasked = z.object({
	/** What the table is called. */
	table: z.string(),
	/** How it left. */
	form: z.enum(['copy', 'csv', 'xlsx', 'print', 'image', 'file']),
	kinds: z.array(z.enum(PERSONAL_KINDS))
});

export type Unmasked = z.infer<typeof unmasked>;

export const PRIVACY = {
	unmasked: kind({
		data: unmasked,
		by: EVERYONE,
		states: null,
		reason: true,
		follows: 'never',
		reads: ({ table, form, kinds }, { t, listed }) =>
			t('log.unmasked', {
				table,
				form: t(`form.${form}`),
				kinds: listed(kinds.map((k) => t(`personal.${k}`)))
			})
	})
};
