import { message } from '../../language/messages';
import type { Lang } from '../../language/text';
import type { Policy } from '../../policy/schema';

/** What papers of months say of where these stand: their policies, and the seals of those that are sealed. */
export interface Stamp {
	policies: string[];
	months: { month: string; seal: { revision: number; hash: string } | null }[];
}

/** The stamp of months, each scored by its own version. */
export const stampOf = (
	months: string[],
	policyIn: (month: string) => Policy,
	sealOf: (month: string) => Stamp['months'][number]['seal']
): Stamp => ({
	policies: [...new Set(months.map((month) => policyIn(month).policy))],
	months: months.map((month) => ({ month, seal: sealOf(month) }))
});

/** A stamp in words, for the foot of every page. */
export function stampText(lang: Lang, { policies, months }: Stamp): string {
	const rules = message(lang, 'paper.rules', { policies: policies.join(message(lang, 'text.list')) });
	const seals = months.flatMap(({ month, seal }) =>
		seal
			? [message(lang, 'paper.sealed', { month, revision: seal.revision, hash: seal.hash.slice(0, 16) })]
			: []
	);
	const open = months.filter(({ seal }) => seal === null).map(({ month }) => month);
	// where none is sealed it needn't be said which
	const drafts =
		open.length === 0
			? []
			: [
					seals.length === 0
						? message(lang, 'paper.drafts')
						: message(lang, 'paper.draft', { months: open.join(message(lang, 'text.list')) })
				];
	return [rules, ...seals, ...drafts].join(message(lang, 'text.between'));
}
