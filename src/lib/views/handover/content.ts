import { unitNames } from '../../compute/names';
import type { Actor } from '../../record/actor';
import { appealsOf } from '../../record/appeals';
import type { LogEvent } from '../../record/event';
import type { HandedAppeal, HandedBulletin, HandedRows, Handover, SeenRank } from '../../record/handover';
import { ledgerOf } from '../../record/ledger';
import { lifeOf } from '../../record/life';
import { plansOf } from '../../record/plans';
import { paidKind } from '../../policy/in-force';
import type { Policy } from '../../policy/schema';
import { EMPTY_RESULTS, type Results } from '../../sql/rows';

/** What a hand-over is made from. */
export interface HandoverSource {
	results: Results;
	events: LogEvent[];
	policyIn: (month: string) => Policy;
	/** Until when a month's lines can be appealed; null before its bulletin. */
	appealsUntil: (month: string) => string | null;
	sealOf: (month: string) => { revision: number; hash: string } | null;
	/** Months with data, in order. */
	months: string[];
	branch: string;
	rows: HandedRows[];
	id: string;
	made_at: string;
	by: Actor | null;
	reply: Handover['reply'];
}

/** What one branch is given of months: nothing in it is another's, but for what the policy lets be seen of ranks. */
export function contentOf(source: HandoverSource): Handover {
	const { results, events, policyIn, months, branch, rows, id, made_at, by, reply } = source;
	const own = ownUnits(results, branch);
	const isOwn = (kind: string, unit: string): boolean => own.has(`${kind}/${unit}`);
	const policies = new Map(months.map((month) => [policyIn(month).policy, policyIn(month)]));
	return {
		format: 'kaohe-handover-1',
		...{ id, made_at, by, branch, months, rows, reply },
		name: unitNames(results).get(`branch/${branch}`) ?? branch,
		rules: months.map((month) => ({ month, policy: policyIn(month).policy })),
		policies: [...policies.values()],
		seals: months.flatMap((month) => {
			const seal = source.sealOf(month);
			return seal ? [{ month, revision: seal.revision, hash: seal.hash }] : [];
		}),
		results: ownResults(results, branch, months),
		ranking: seenRanks(source, isOwn),
		bulletins: months.flatMap((month): HandedBulletin[] => {
			const latest = lifeOf(events, month).bulletins.at(-1);
			const until = source.appealsUntil(month);
			return latest && until !== null
				? [{ month, number: latest.number, date: latest.date, appealsUntil: until }]
				: [];
		}),
		appeals: months.flatMap((month) =>
			appealsOf(events, month)
				.filter((a) => isOwn(a.unitKind, a.unit))
				.map(({ event, ruling, seq: _, attachment: __, ...appeal }): HandedAppeal => ({
					...appeal,
					by: event.by.name,
					ruling: ruling && { result: ruling.result, reason: ruling.event.reason ?? '' }
				}))
		),
		plans: months.flatMap((month) =>
			plansOf(events, month, lifeOf(events, month).issued)
				.filter((plan) => isOwn(plan.unitKind, plan.unit))
				.map(({ history: _, ...plan }) => plan)
		),
		ledger: ledgerOf(events)
			.filter(({ entry, counts }) => counts && entry.branch === branch && months.includes(entry.month))
			.map(({ entry }) => entry)
	};
}

/** The branch, and whoever belonged to it in any month, by kind and code. */
const ownUnits = (results: Results, branch: string): Set<string> =>
	new Set([
		`branch/${branch}`,
		...results.units.filter((u) => u.branch === branch).map((u) => `${u.unit_kind}/${u.unit}`)
	]);

/** Results of the branch and its people, each month of those who belonged to it then. */
function ownResults(results: Results, branch: string, months: string[]): Results {
	const units = results.units.filter(
		(u) =>
			months.includes(u.month) && (u.branch === branch || (u.unit_kind === 'branch' && u.unit === branch))
	);
	const then = new Set(units.map((u) => `${u.month}/${u.unit_kind}/${u.unit}`));
	const ever = new Set(units.map((u) => `${u.unit_kind}/${u.unit}`));
	const monthly = <Of extends { month: string; unit_kind: string; unit: string }>(rows: Of[]): Of[] =>
		rows.filter((r) => then.has(`${r.month}/${r.unit_kind}/${r.unit}`));
	const longer = <Of extends { period: string; unit_kind: string; unit: string }>(rows: Of[]): Of[] =>
		rows.filter((r) =>
			/^\d{4}-\d{2}$/.test(r.period)
				? then.has(`${r.period}/${r.unit_kind}/${r.unit}`)
				: ever.has(`${r.unit_kind}/${r.unit}`)
		);
	const ofMonths = <Of extends { month: string; branch: string | null }>(rows: Of[]): Of[] =>
		rows.filter((r) => months.includes(r.month) && r.branch === branch);
	return {
		...EMPTY_RESULTS,
		units,
		rules: results.rules.filter((r) => months.includes(r.month)),
		lines: monthly(results.lines),
		totals: monthly(results.totals),
		nexts: monthly(results.nexts),
		rankings: longer(results.rankings),
		awards: longer(results.awards),
		followups: longer(results.followups),
		years: longer(results.years),
		coverage: ofMonths(results.coverage),
		notices: ofMonths(results.notices),
		gaps: ofMonths(results.gaps),
		unread: ofMonths(results.unread)
	};
}

/** The ranks of whoever is ranked with the branch: with totals alone, with names, or its own alone, as the policy of the month says. */
function seenRanks(
	{ results, months, policyIn }: HandoverSource,
	isOwn: (kind: string, unit: string) => boolean
): SeenRank[] {
	const names = unitNames(results);
	const last = months.at(-1);
	if (last === undefined) return [];
	const policyOf = (period: string): Policy => policyIn(months.includes(period) ? period : last);
	const inPeriods = results.rankings.filter(
		(r) => months.includes(r.period) || !/^\d{4}-\d{2}$/.test(r.period)
	);
	const cards = new Set(
		inPeriods
			.filter((r) => isOwn(r.unit_kind, r.unit))
			.map((r) => `${r.period}/${r.unit_kind}/${r.scorecard}`)
	);
	return inPeriods.flatMap(({ period, unit_kind, unit, scorecard, rank, total }): SeenRank[] => {
		const own = isOwn(unit_kind, unit);
		const policy = policyOf(period);
		const seen = policy.limits?.ranking_seen ?? 'totals';
		const isShown = seen !== 'own' && unit_kind === paidKind(policy);
		if (!own && !(isShown && cards.has(`${period}/${unit_kind}/${scorecard}`))) return [];
		const name = own || seen === 'names' ? (names.get(`${unit_kind}/${unit}`) ?? unit) : null;
		return [{ period, unit_kind, scorecard, rank, total, name, own }];
	});
}
