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
	const shown = shownOf(filters.period, against);
	const dimensions = part.sections.map((s) => dimensionOf(s, url.searchParams.get(`by.${s.id}`)));
	const answers =
		workspace.files.length === 0
			? Promise.resolve(part.sections.map(() => []))
			: workspace.report(
					shown,
					part.sections.map((s, i) => sectionQuery(s, dimensions[i]!))
				);
	// what is awaited on the page may fail before the page looks
	answers.catch(() => {});
	return { part, against, shown, dimensions, answers };
};
