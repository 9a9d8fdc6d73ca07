import { monthsOfSpan, periodKind } from '../../calendar/period';
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
	reports: NonNullable<Handover['reports']>;
	ahead: NonNullable<Handover['ahead']>;
	id: string;
	made_at: string;
	by: Actor | null;
	reply: Handover['reply'];
}

/** What one branch is given of months: nothing in it is another's, but for what the policy lets be seen of ranks. */
export function contentOf(source: HandoverSource): Handover {
	const { results, events, policyIn, months, branch, rows, reports, ahead, id, made_at, by, reply } = source;
	const isOwn = belongsTo(results, branch, months);
	const policies = new Map(months.map((month) => [policyIn(month).policy, policyIn(month)]));
	return {
		format: 'kaohe-handover-1',
		...{ id, made_at, by, branch, months, rows, reports, ahead, reply },
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
				.filter((a) => isOwn(month, a.unitKind, a.unit))
				.map(({ event, ruling, seq: _, attachment: __, ...appeal }): HandedAppeal => ({
					...appeal,
					by: event.by.name,
					ruling: ruling && { result: ruling.result, reason: ruling.event.reason ?? '' }
				}))
		),
		plans: months.flatMap((month) =>
			plansOf(events, month, lifeOf(events, month).issued)
				.filter((plan) => isOwn(month, plan.unitKind, plan.unit))
				.map(({ history: _, ...plan }) => plan)
		),
		ledger: ledgerOf(events)
			.filter(({ entry, counts }) => counts && entry.branch === branch && months.includes(entry.month))
			.map(({ entry }) => entry)
	};
}

/** Whether a unit was the branch's in a period: of a longer one in its last month, and of none that ends after the months handed over. */
type IsOwn = (period: string, kind: string, unit: string) => boolean;

function belongsTo(results: Results, branch: string, months: string[]): IsOwn {
	const there = new Set(
		results.units
			.filter((u) => u.branch === branch || (u.unit_kind === 'branch' && u.unit === branch))
			.map((u) => `${u.month}/${u.unit_kind}/${u.unit}`)
	);
	return (period, kind, unit) => {
		const last = lastOf(results, period, months);
		return last !== null && there.has(`${last}/${kind}/${unit}`);
	};
}

/** The last month of a period; null of one that isn't wholly within the months handed over. */
function lastOf(results: Results, period: string, months: string[]): string | null {
	const all =
		periodKind(period) === 'year'
			? results.rules.map((r) => r.month).filter((m) => m.startsWith(period))
			: monthsOfSpan(period);
	const last = all.at(-1);
	return last !== undefined && months.includes(last) ? last : null;
}

/** Results of the branch and its people, each month of those who belonged to it then. */
function ownResults(results: Results, branch: string, months: string[]): Results {
	const isOwn = belongsTo(results, branch, months);
	const monthly = <Of extends { month: string; unit_kind: string; unit: string }>(rows: Of[]): Of[] =>
		rows.filter((r) => isOwn(r.month, r.unit_kind, r.unit));
	const longer = <Of extends { period: string; unit_kind: string; unit: string }>(rows: Of[]): Of[] =>
		rows.filter((r) => isOwn(r.period, r.unit_kind, r.unit));
	const ofMonths = <Of extends { month: string; branch: string | null }>(rows: Of[]): Of[] =>
		rows.filter((r) => months.includes(r.month) && r.branch === branch);
	return {
		...EMPTY_RESULTS,
		units: monthly(results.units),
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
function seenRanks({ results, months, policyIn }: HandoverSource, isOwn: IsOwn): SeenRank[] {
	const names = unitNames(results);
	const within = results.rankings.flatMap((rank) => {
		const last = lastOf(results, rank.period, months);
		return last === null ? [] : [{ ...rank, policy: policyIn(last) }];
	});
	const keyOf = (r: { period: string; unit_kind: string; scorecard: string }): string =>
		`${r.period}/${r.unit_kind}/${r.scorecard}`;
	const cards = new Set(within.filter((r) => isOwn(r.period, r.unit_kind, r.unit)).map(keyOf));
	return within.flatMap(({ policy, ...ranked }): SeenRank[] => {
		const { period, unit_kind, unit, scorecard, rank, total } = ranked;
		const own = isOwn(period, unit_kind, unit);
		const seen = policy.limits?.ranking_seen ?? 'totals';
		const isShown = seen !== 'own' && unit_kind === paidKind(policy);
		if (!own && !(isShown && cards.has(keyOf(ranked)))) return [];
		const name = own || seen === 'names' ? (names.get(`${unit_kind}/${unit}`) ?? unit) : null;
		return [{ period, unit_kind, scorecard, rank, total, name, own }];
	});
}
