import { quarterOf } from '$lib/calendar/period';
import { PAPERS, type PaperName } from '$lib/views/paper/papers';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, url }) => {
	const { now, month } = await parent();
	const asked = url.searchParams.get('form');
	const form: PaperName = PAPERS.find((name) => name === asked) ?? 'appraisal';
	return {
		now,
		form,
		/** What the form is of: prizes are a quarter's, reviews a year's. */
		period: form === 'awards' ? quarterOf(month) : form === 'annual' ? month.slice(0, 4) : month,
		unit: url.searchParams.get('unit')
	};
};
