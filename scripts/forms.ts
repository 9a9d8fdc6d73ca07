import { monthsOf, periodKind, quarterOf } from '../src/lib/calendar/period';
import { readResults } from '../src/lib/compute/results';
import type { Engine } from '../src/lib/engine/engine';
import { message } from '../src/lib/language/messages';
import type { Lang } from '../src/lib/language/text';
import type { Policy } from '../src/lib/policy/schema';
import { paidKind, policyInForce } from '../src/lib/policy/in-force';
import type { Paper } from '../src/lib/sheets/paper';
import { paperHtml } from '../src/lib/sheets/paper-html';
import type { UnitKind } from '../src/lib/views/filters';
import { stampOf, stampText, type Stamp } from '../src/lib/views/paper/stamp';
import { paperOf, type PaperName, type PaperSource } from '../src/lib/views/paper/papers';

/** The papers of a period: of a month all of its forms, of a quarter the list of prizes. */
const NAMES: Record<'month' | 'quarter', PaperName> = { month: 'month', quarter: 'awards' };

const quarterIn = (period: string): string =>
	period.includes('~') ? quarterOf(period.split('~')[1]!) : period;

/** How months stand that a run computed: it seals nothing. */
export const draft = (of: string[], policyIn: (month: string) => Policy): Stamp =>
	stampOf(of, policyIn, () => null);

/** The same in words. */
export const draftStamp = (lang: Lang, of: string[], policyIn: (month: string) => Policy): string =>
	stampText(lang, draft(of, policyIn));

/** The signed forms of all periods that were asked for, in one document ready to print; nothing is published or sealed here. */
export async function formsHtml(
	engine: Engine,
	policies: Policy[],
	{ lang, kind, isWanted }: { lang: Lang; kind: UnitKind; isWanted: (period: string) => boolean }
): Promise<string> {
	const results = await readResults(engine);
	const months = results.rules.map(({ month }) => month);
	// a rolling span belongs to its last month's quarter
	const quarters = [...new Set(results.awards.map(({ period }) => quarterIn(period)))];
	const policyIn = (month: string): Policy => policyInForce(month, policies);
	const papers = [...months, ...quarters].filter(isWanted).flatMap((period): Paper[] => {
		const name = NAMES[periodKind(period) === 'month' ? 'month' : 'quarter'];
		const own = months.filter((month) => monthsOf(period).includes(month));
		const policy = policyInForce(own.at(-1)!, policies);
		const source: PaperSource = {
			lang,
			results,
			policy,
			posts: results.units,
			period,
			kind,
			stamp: draft(own, policyIn),
			published: null,
			plans: results.followups
				.filter((f) => f.period === period && f.unit_kind === kind && paidKind(policy) === kind)
				.map(({ unit, rank }) => ({ unit, rank, due: '', bulletin: '', analysis: '', measures: '' }))
		};
		return [paperOf(name, source) ?? []].flat();
	});
	const all = months.filter(
		(month) => isWanted(month) || quarters.some((q) => isWanted(q) && monthsOf(q).includes(month))
	);
	return paperHtml({
		lang,
		title: message(lang, 'paper.title'),
		period: [...new Set(papers.map(({ period }) => period))].join(message(lang, 'text.list')),
		stamp: draftStamp(lang, all, policyIn),
		sheets: papers.flatMap(({ sheets }) => sheets)
	});
}
