import type { Policy } from '../policy/schema';

/** How a prize is split: by the award's rule, or by hand. */
export type SplitRule = NonNullable<Policy['awards'][number]['split']> | 'by_hand';

/** A line of the cashier's list; amounts in yuan to the fen. */
export interface PayLine {
	/** The quarter or span that is paid. */
	period: string;
	award: string;
	unitKind: string;
	unit: string;
	rank: number;
	/** The prize of the unit. */
	prize: string;
	rule: SplitRule;
	/** Who is paid; null where the unit is, whole. */
	person: string | null;
	/** What the share goes by: days or points; null where it goes by nothing. */
	basis: string | null;
	amount: string;
	/** Why a prize that is to be split isn't: nobody there, or a month without what it goes by; or that a split by hand was of another amount. */
	unsplit: 'no_people' | 'no_basis' | 'outdated' | null;
	/** Of a split by hand. */
	reason: string;
}
