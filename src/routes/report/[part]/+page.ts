import { error } from '@sveltejs/kit';
import { workspace } from '$lib/state/app';
import { againstOf, dimensionOf, sectionQuery, shownOf } from '$lib/state/part-view';
import { PARTS } from '$lib/state/parts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, url }) => {
	const { filters } = await parent();
	const part = PARTS.find((p) => p.id === params.part);
	if (!part) error(404, params.part);
	const against = againstOf(filters.period, url.searchParams.get('vs'));
	const stage = { now: url.searchParams.get('stage'), before: url.searchParams.get('vsstage') };
	const shown = {
		...shownOf(filters.period, against, filters.branch),
		...(part.stages && { stages: stage })
	};
	const dimensions = part.sections.map((s) => dimensionOf(s, url.searchParams.get(`by.${s.id}`)));
	const queries = part.sections.map((s, i) => sectionQuery(s, dimensions[i]!));
	if (part.stages) queries.push(part.stages);
	const answers =
		workspace.files.length === 0 ? Promise.resolve(queries.map(() => [])) : workspace.report(shown, queries);
	// what is awaited on the page may fail before the page looks
	answers.catch(() => {});
	const stages = part.stages ? answers.then((a) => a.at(-1)!.map((r) => String(r['stage']))) : undefined;
	stages?.catch(() => {});
	const beside = ['vs', 'stage', 'vsstage'].some((name) => url.searchParams.has(name));
	return { part, against, beside, shown, stage, stages, dimensions, answers };
};
