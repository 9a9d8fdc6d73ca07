import { askReport } from '$lib/work/ask';
import { error } from '@sveltejs/kit';
import { addDays } from '$lib/calendar/workdays';
import { againstOf, dimensionOf, sectionQuery, shownOf } from '$lib/reports/part-view';
import { PARTS } from '$lib/reports/parts';
import { shifted } from '$lib/calendar/period';
import type { Stranger } from '$lib/views/strangers';
import { Asking } from '../asking.svelte';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, url }) => {
	const { workspace, filters } = await parent();
	const part = PARTS.find((p) => p.id === params.part);
	if (!part) error(404, params.part);
	const against = againstOf(filters.period, url.searchParams.get('vs'));
	const stage = { now: url.searchParams.get('stage'), before: url.searchParams.get('vsstage') };
	const kind = part.kinds ? url.searchParams.get('kind') : null;
	const shown = {
		...shownOf(filters.period, against, filters.branch),
		...(part.stages && { stages: stage }),
		kind
	};
	const dimensions = part.sections.map((s) => dimensionOf(s, url.searchParams.get(`by.${s.id}`)));
	const queries = part.sections.map((s, i) => sectionQuery(s, dimensions[i]!));
	const choices = part.stages ?? part.kinds;
	if (choices !== undefined) queries.push(choices);
	const asking = new Asking();
	const answers =
		workspace.inputs.files.length === 0
			? Promise.resolve(queries.map(() => []))
			: askReport(workspace, shown, queries, asking);
	// what is awaited on the page may fail before the page looks
	answers.catch(() => {});
	const listed = answers.then((a) => a.at(-1)!.flatMap((r) => Object.values(r).map(String)));
	listed.catch(() => {});
	const stages = part.stages === undefined ? undefined : listed;
	const kinds = part.kinds === undefined ? undefined : listed;
	const beside = ['vs', 'stage', 'vsstage'].some((name) => url.searchParams.has(name));
	const last = shown.now.at(-1)!;
	const end = addDays(`${shifted(last, 1)}-01`, -1);
	const asOf = end < shown.today ? end : shown.today;
	const unknown: Stranger[] = part.sections.flatMap((s, i) => {
		const asked = url.searchParams.get(`by.${s.id}`);
		return asked === null || asked === dimensions[i] ? [] : [{ name: 'by' as const, value: asked }];
	});
	return {
		unknown,
		part,
		against,
		asOf,
		beside,
		shown,
		stage,
		stages,
		kind,
		kinds,
		dimensions,
		answers,
		asking
	};
};
