import { unitNames } from '$lib/compute/names';
import { unitYears } from '$lib/views/years';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { workspace, filters } = await parent();
	const { results } = workspace;
	const codes = new Set(results.totals.filter((t) => t.unit_kind === filters.unitKind).map((t) => t.unit));
	const names = unitNames(results);
	/** Everyone whom any month names, by name. */
	const units = [...codes].map((unit) => ({ unit, name: names.get(`${filters.unitKind}/${unit}`) ?? unit }));
	const asked = url.searchParams.get('unit');
	const unit = asked ?? units[0]?.unit ?? '';
	return {
		units,
		asked,
		view: unitYears(
			results,
			(month) => workspace.policyIn(month),
			filters.unitKind,
			unit,
			workspace.scores.computed.units
		)
	};
};
