import { z } from '../../policy/zod';
import { OFFICE } from '../actor';
import { kind } from '../kind';
import { decimal, month, UNSEALED } from './shared';

const split = z.object({
	/** The last month of the period that is paid. */
	month,
	period: z.string(),
	award: z.string(),
	branch: z.string(),
	/** Yuan; nothing in it gives the branch back to its rule. */
	shares: z.array(z.object({ person: z.string(), amount: decimal }))
});

export type SplitData = z.infer<typeof split>;

export const PAYROLL = {
	prize_split: kind({
		data: split,
		by: OFFICE,
		states: UNSEALED,
		reason: true,
		repeats: ['prize_split'],
		follows: 'never',
		reads: ({ period, branch, shares }, { t, named }) =>
			t(shares.length > 0 ? 'log.prize_split' : 'log.prize_by_rule', {
				period,
				branch: named('branch', branch)
			})
	})
};
