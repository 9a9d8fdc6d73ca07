import { lifeOf, type Life } from '../record/life';
import { periodText } from './period-text';
import { bracketed, listed, t } from '../language/language.svelte';
import { unitRows } from '../compute/rows-of';
import type { Known } from '../month/life';

/** Whether totals or ranks of a month are others than its latest bulletin said. */
function differsFromBulletin({ results }: Known, { month, bulletins }: Life): boolean {
	const ranked = bulletins.at(-1)?.ranked ?? [];
	const differs = ranked.some(({ unitKind, unit, total, rank }) => {
		const [now] = unitRows(results.rankings, month, unitKind, unit);
		return !now || now.total !== total || now.rank !== rank;
	});
	return (
		differs ||
		(ranked.length > 0 && ranked.length !== results.rankings.filter((r) => r.period === month).length)
	);
}

/** Where the months of a period stand, in one line for screens, paper and exports, and whether all of them are sealed. */
export function standsOf(known: Known, months: string[]): { text: string; sealed: boolean } {
	const lives = months.map((month) => lifeOf(known.events, month));
	const policies = [...new Set(months.map((month) => known.policyIn(month).policy))];
	const said = lives.map((life) => {
		const { month, state, revision } = life;
		const text = [
			periodText(month),
			t(`state.${state}`),
			revision > 1 ? t('close.revision', { n: revision }) : ''
		];
		const differs = differsFromBulletin(known, life) ? bracketed(t('stands.differs')) : '';
		return `${text.filter(Boolean).join(' ')}${differs}`;
	});
	return {
		text: [...said, t('stands.policy', { policy: listed(policies) })].join(t('text.between')),
		sealed: lives.length > 0 && lives.every(({ state }) => state === 'sealed')
	};
}

/** What stands below a table that leaves the screen: where its months stand, by which rules, and who is left out. */
export const footOf = (known: Known, months: string[], left: string[] = []): string[] =>
	months.length === 0
		? []
		: [standsOf(known, months).text, ...(left.length > 0 ? [t('stands.left', { names: listed(left) })] : [])];
