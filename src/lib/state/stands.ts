import { lifeOf } from '../record/steps';
import { periodText } from './period-text';
import { listed, t } from './preferences.svelte';
import type { Workspace } from './workspace.svelte';

/** Where the months of a period stand, in one line for screens, paper and exports, and whether all of them are sealed. */
export function standsOf(workspace: Workspace, months: string[]): { text: string; sealed: boolean } {
	const lives = months.map((month) => lifeOf(workspace.log.events, month));
	const policies = [...new Set(months.map((month) => workspace.policyIn(month).policy))];
	const said = lives.map(({ month, state, revision }) =>
		[periodText(month), t(`state.${state}`), revision > 1 ? t('close.revision', { n: revision }) : '']
			.filter(Boolean)
			.join(' ')
	);
	return {
		text: [...said, t('stands.policy', { policy: listed(policies) })].join(t('stands.between')),
		sealed: lives.length > 0 && lives.every(({ state }) => state === 'sealed')
	};
}

/** What stands below a table that leaves the screen: where its months stand, by which rules, and who is left out. */
export const footOf = (workspace: Workspace, months: string[], left: string[] = []): string[] =>
	months.length === 0
		? []
		: [
				standsOf(workspace, months).text,
				...(left.length > 0 ? [t('stands.left', { names: listed(left) })] : [])
			];
