import type { Policy } from '../../src/lib/policy/schema';
import { addMonths, byCodePoint } from './facts';
import { add, cmp, decimal, div, fixed, frac, round, sub, sum, trimmed, ZERO, type Frac } from './fraction';
import { amount, choice } from './policy';

/** A unit with the total that is shown and the number that it is ranked by, greater first. */
export interface Entry {
	unit: string;
	total: Frac;
	by: Frac;
}

/** An entry with its place: the rank printed, and the number of better units. */
export interface Ranked extends Entry {
	rank: number;
	better: number;
	tied: number;
}

/** Ranks entries, ties by the policy's rule. */
export function rank(policy: Policy, entries: Entry[]): Ranked[] {
	const dense = choice(policy, 'tie_rule') === 'dense';
	return entries.map((entry) => {
		const better = entries.filter((other) => cmp(other.by, entry.by) > 0);
		const steps = new Set(better.map((other) => `${String(other.by.n)}/${String(other.by.d)}`)).size;
		const tied = entries.filter((other) => cmp(other.by, entry.by) === 0).length;
		return { ...entry, rank: 1 + (dense ? steps : better.length), better: better.length, tied };
	});
}

/** The periods of three months that are ranked together: whole quarters, or any three in a row. */
export function periodsOf(policy: Policy, months: string[]): { period: string; months: string[] }[] {
	const rolling = choice(policy, 'quarter_reading') === 'rolling';
	return months.flatMap((last) => {
		const three = [addMonths(last, -2), addMonths(last, -1), last];
		if (!three.every((month) => months.includes(month))) return [];
		if (rolling) return [{ period: `${three[0] ?? ''}~${last}`, months: three }];
		const number = Number(last.slice(5, 7));
		return number % 3 === 0 ? [{ period: `${last.slice(0, 4)}Q${String(number / 3)}`, months: three }] : [];
	});
}

/** Ranks the units of three months together by the policy's reading of the quarter. */
export function rankPeriod(policy: Policy, monthly: Ranked[][]): Ranked[] {
	const reading = choice(policy, 'quarter_reading');
	const entries: Entry[] = [];
	for (const { unit } of monthly[0] ?? []) {
		const theirs = monthly.flatMap((month) => month.filter((entry) => entry.unit === unit));
		if (theirs.length < monthly.length) continue;
		if (reading === 'each_month' && theirs.some((entry) => entry.rank > 3)) continue;
		const mean = div(sum(theirs.map((entry) => entry.total)), frac(theirs.length));
		const total = round(mean, amount(policy, 'rounding'));
		const ranks = frac(theirs.reduce((all, entry) => all + entry.rank, 0));
		entries.push({ unit, total, by: reading === 'sum_of_ranks' ? sub(ZERO, ranks) : total });
	}
	return rank(policy, entries);
}

/** A row of rankings.csv. */
export interface RankingRow {
	period: string;
	unit_kind: string;
	unit: string;
	total: string;
	rank: string;
	tied: string;
	ranked_units: string;
}

/** The rows of rankings.csv of one period. */
export function rankingRows(period: string, kind: string, ranked: Ranked[]): RankingRow[] {
	return ranked.map((entry) => ({
		period,
		unit_kind: kind,
		unit: entry.unit,
		total: fixed(entry.total, 6),
		rank: String(entry.rank),
		tied: String(entry.tied > 1),
		ranked_units: String(ranked.length)
	}));
}

/** A row of awards.csv. */
export interface AwardRow {
	period: string;
	award: string;
	unit_kind: string;
	unit: string;
	rank: string;
	amount: string;
}

/** The rows of awards.csv of one period. */
export function awardRows(policy: Policy, period: string, kind: string, ranked: Ranked[]): AwardRow[] {
	const shared = choice(policy, 'tied_prize') === 'shared';
	return policy.awards.flatMap((award) =>
		ranked.flatMap((entry) => {
			const places = shared && choice(policy, 'tie_rule') === 'competition';
			const first = places ? entry.better + 1 : entry.rank;
			const last = places ? entry.better + entry.tied : entry.rank;
			const won = award.prizes.filter((prize) => prize.rank >= first && prize.rank <= last);
			if (won.length === 0) return [];
			const pot = won.reduce((all, prize) => add(all, decimal(prize.amount)), ZERO);
			const paid = shared ? shareOf(pot, ranked, entry) : pot;
			const row = { period, award: award.award, unit_kind: kind, unit: entry.unit, rank: String(entry.rank) };
			return [{ ...row, amount: trimmed(paid, 3) }];
		})
	);
}

/** What a unit gets of a pot that those of its rank share: whole fen, the first by code one more until all is paid. */
function shareOf(pot: Frac, ranked: Ranked[], entry: Ranked): Frac {
	const sharers = ranked.filter((other) => other.rank === entry.rank).map((other) => other.unit);
	let left = (pot.n * 100n) / pot.d;
	const fen = new Map(sharers.map((unit) => [unit, 0n]));
	while (left > 0n)
		for (const unit of sharers.sort(byCodePoint)) if (left-- > 0n) fen.set(unit, (fen.get(unit) ?? 0n) + 1n);
	return frac(fen.get(entry.unit) ?? 0n, 100n);
}

/** A row of followups.csv. */
export interface FollowupRow {
	period: string;
	kind: string;
	unit_kind: string;
	unit: string;
	rank: string;
	due_days: string;
	calendar: string;
}

/** The rows of followups.csv of one month: the last so many and whoever ties with the first of them. */
export function followupRows(policy: Policy, month: string, kind: string, ranked: Ranked[]): FollowupRow[] {
	const count = Math.min(amount(policy, 'bottom_count'), ranked.length);
	const limit = ranked.map((entry) => entry.total).sort(cmp)[count - 1];
	if (limit === undefined) return [];
	const last = ranked.filter((entry) => cmp(entry.total, limit) <= 0);
	return policy.followups.flatMap((followup) =>
		last.map((entry) => ({
			period: month,
			kind: followup.kind,
			unit_kind: kind,
			unit: entry.unit,
			rank: String(entry.rank),
			due_days: String(amount(policy, 'plan_due')),
			calendar: choice(policy, 'plan_due')
		}))
	);
}

/** Sorts rows by columns, text by code point and ranks as numbers. */
export function sortRows<R extends object>(rows: R[], columns: (keyof R & string)[]): R[] {
	return [...rows].sort((a, b) => {
		for (const column of columns) {
			const [left, right] = [String(a[column]), String(b[column])];
			const order = column === 'rank' ? Number(left) - Number(right) : byCodePoint(left, right);
			if (order !== 0) return order;
		}
		return 0;
	});
}
