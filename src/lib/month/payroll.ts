import { difference, negated, shifted, signOf, sumOf } from '../language/decimal';
import type { Policy } from '../policy/schema';
import type { EventOf, LogEvent } from '../record/event';
import type { PayLine } from '../record/pay-line';
import type { AwardRow, Results } from '../sql/rows';

/** Days that people attended at a branch, by `branch/person`, as decimals. */
export type Days = ReadonlyMap<string, string>;

/** What a prize is paid beside what the revision before was: 补发 above zero, 追回 below. */
export interface PayChange {
	unitKind: string;
	unit: string;
	before: string;
	after: string;
	change: string;
}

const FEN = 2;

/** A prize in shares by whole weights, to the fen: what doesn't divide goes to the largest remainders, of equal ones to the first. */
export function shared(prize: string, weights: readonly bigint[]): string[] {
	const fen = BigInt(shifted(prize, FEN));
	const all = weights.reduce((sum, weight) => sum + weight, 0n);
	const parts = weights.map((weight, at) => ({
		at,
		fen: (fen * weight) / all,
		rest: (fen * weight) % all
	}));
	const left = Number(fen - parts.reduce((sum, part) => sum + part.fen, 0n));
	const first = [...parts].sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.at - b.at));
	const more = new Set(first.slice(0, left).map(({ at }) => at));
	return parts.map((part) => shifted(String(part.fen + (more.has(part.at) ? 1n : 0n)), -FEN));
}

/** People who belonged to a branch in any of some months, by number, with their totals there. */
function peopleOf(
	{ units, totals }: Results,
	branch: string,
	months: readonly string[]
): Map<string, string[]> {
	const there = units.filter(
		(u) => u.unit_kind === 'person' && u.branch === branch && months.includes(u.month)
	);
	const people = new Map<string, string[]>();
	for (const { unit, month } of there.sort((a, b) => (a.unit < b.unit ? -1 : 1))) {
		const total = totals.find((t) => t.month === month && t.unit_kind === 'person' && t.unit === unit)?.total;
		people.set(unit, [...(people.get(unit) ?? []), ...(total == null ? [] : [total])]);
	}
	return people;
}

/** The prizes of a period as the cashier pays them: whole, split by the award's rule, or as they were split by hand. */
export function payroll({
	results,
	policy,
	events,
	prizes,
	months,
	days
}: {
	results: Results;
	policy: Policy;
	events: LogEvent[];
	/** Those that are paid: of the kind of unit that the policy pays. */
	prizes: AwardRow[];
	months: string[];
	days: Days;
}): PayLine[] {
	return prizes.flatMap((prize): PayLine[] => {
		const { award, unit_kind: unitKind, unit, rank, amount, period } = prize;
		const whole: PayLine = {
			...{ period, award, unitKind, unit, rank },
			...{ prize: amount, amount, rule: 'whole', unsplit: null, reason: '' },
			person: unitKind === 'person' ? unit : null,
			basis: null
		};
		if (unitKind !== 'branch') return [whole];
		const byHand = splitOf(events, period, unit);
		if (byHand && signOf(difference(sumOf(byHand.data.shares.map((s) => s.amount)), amount)) === 0)
			return byHand.data.shares.map((share) => ({
				...whole,
				...{ rule: 'by_hand', person: share.person, amount: share.amount, reason: byHand.reason ?? '' }
			}));
		const rule = policy.awards.find((a) => a.award === award)?.split ?? 'whole';
		if (rule === 'whole') return [whole];
		const people = peopleOf(results, unit, months);
		if (people.size === 0) return [{ ...whole, rule, unsplit: 'no_people' }];
		const basis = [...people].map(([person, totals]) =>
			rule === 'equal'
				? null
				: rule === 'by_score'
					? sumOf(['0', ...totals])
					: (days.get(`${unit}/${person}`) ?? '0')
		);
		// whole numbers: points and days have six decimals at most
		const weights = basis.map((value) => (value === null ? 1n : BigInt(shifted(value, 6).split('.')[0]!)));
		if (weights.every((weight) => weight === 0n)) return [{ ...whole, rule, unsplit: 'no_basis' }];
		const amounts = shared(amount, weights);
		return [...people.keys()].map((person, i) => ({
			...{ ...whole, rule, person },
			...{ basis: basis[i]!, amount: amounts[i]! }
		}));
	});
}

/** How a branch's prize was split by hand last; null where it goes by the rule. */
export function splitOf(events: LogEvent[], period: string, branch: string): EventOf<'prize_split'> | null {
	const last = events.findLast(
		(e) => e.kind === 'prize_split' && e.data.period === period && e.data.branch === branch
	);
	return last?.kind === 'prize_split' && last.data.shares.length > 0 ? last : null;
}

/** What is to be paid after or taken back where prizes were sealed otherwise before. */
export function payChanges(before: AwardRow[], after: AwardRow[]): PayChange[] {
	const sums = new Map<string, [before: string, after: string]>();
	for (const [side, rows] of [before, after].entries())
		for (const { unit_kind, unit, amount } of rows) {
			const key = `${unit_kind}/${unit}`;
			const sum = sums.get(key) ?? ['0', '0'];
			sum[side] = sumOf([sum[side]!, amount]);
			sums.set(key, sum);
		}
	return [...sums].flatMap(([key, [was, is]]) => {
		const change = sumOf([is, negated(was)]);
		const [unitKind = '', ...unit] = key.split('/');
		return signOf(change) === 0 ? [] : [{ unitKind, unit: unit.join('/'), before: was, after: is, change }];
	});
}
