import type { Policy } from '$lib/policy/schema';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { workspace } = await parent();
	const versions: [id: string, policy: Policy][] = workspace.policy.all.map((p) => [p.policy, p]);
	if (workspace.policy.draft) versions.push(['draft', workspace.policy.draft]);
	const at = (key: string, otherwise: number): [string, Policy] =>
		versions.find(([id]) => id === url.searchParams.get(key)) ?? versions.at(otherwise)!;
	return { versions, a: at('a', 0), b: at('b', -1) };
};
