import { difference, negated, placesOf, shifted, signOf, sumOf } from '../language/decimal';
import type { Policy } from '../policy/schema';
import type { EventOf, LogEvent } from '../record/event';
import type { PayLine } from '../record/pay-line';
import { nameIn } from '../compute/former-names';
import type { AwardRow, Results } from '../sql/rows';

/** Days that people attended at a branch in a month, by `month/branch/person`, as decimals. */
export type Days = ReadonlyMap<string, string>;

/** What a prize is paid beside what the revision before was: 补发 above zero, 追回 below. */
export interface PayChange {
	unitKind: string;
	unit: string;
	/** Null where the unit is paid whole. */
	person: string | null;
	before: string;
	after: string;
	change: string;
}

const FEN = 2;

/** A prize in shares by whole weights, to the fen: what doesn't divide goes to the largest remainders, of equal ones to the first. */
export function shared(prize: string, weights: readonly bigint[]): string[] {
	// a prize with parts of a fen is shared in these
	const places = Math.max(FEN, placesOf(prize));
	const fen = BigInt(shifted(prize, places).split('.')[0]!);
	const all = weights.reduce((sum, weight) => sum + weight, 0n);
	const parts = weights.map((weight, at) => ({
		at,
		fen: (fen * weight) / all,
		rest: (fen * weight) % all
	}));
	const left = Number(fen - parts.reduce((sum, part) => sum + part.fen, 0n));
	const first = [...parts].sort((a, b) => (a.rest < b.rest ? 1 : a.rest > b.rest ? -1 : a.at - b.at));
	const more = new Set(first.slice(0, left).map(({ at }) => at));
	return parts.map((part) => shifted(String(part.fen + (more.has(part.at) ? 1n : 0n)), -places));
}

/** People who belonged to a branch, whatever it was called then, in any of some months, by number, with the months and their totals there. */
function peopleOf(
	{ units, totals }: Results,
	calledIn: (month: string) => string,
	months: readonly string[]
): Map<string, { months: string[]; totals: string[] }> {
	const there = units.filter(
		(u) => u.unit_kind === 'person' && months.includes(u.month) && u.branch === calledIn(u.month)
	);
	const people = new Map<string, { months: string[]; totals: string[] }>();
	for (const { unit, month } of there.sort((a, b) => (a.unit < b.unit ? -1 : 1))) {
		const total = totals.find((t) => t.month === month && t.unit_kind === 'person' && t.unit === unit)?.total;
		const known = people.get(unit) ?? { months: [], totals: [] };
		people.set(unit, {
			months: [...known.months, month],
			totals: [...known.totals, ...(total == null ? [] : [total])]
		});
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
		const byHand = splitOf(events, period, award, unit);
		if (byHand && signOf(difference(sumOf(byHand.data.shares.map((s) => s.amount)), amount)) === 0)
			return byHand.data.shares.map((share) => ({
				...whole,
				...{ rule: 'by_hand', person: share.person, amount: share.amount, reason: byHand.reason ?? '' }
			}));
		return byRule(prize, whole, { results, policy, months, days }).map((line) =>
			byHand && line.unsplit === null ? { ...line, unsplit: 'outdated' } : line
		);
	});
}

/** A branch's prize by the rule of its award. */
function byRule(
	{ award, unit, amount, period }: AwardRow,
	whole: PayLine,
	{
		results,
		policy,
		months,
		days
	}: Pick<Parameters<typeof payroll>[0], 'results' | 'policy' | 'months' | 'days'>
): PayLine[] {
	const card = results.rankings.find(
		(r) => r.period === period && r.unit_kind === 'branch' && r.unit === unit
	)?.scorecard;
	const own = policy.awards.filter((a) => a.award === award);
	const rule = (own.find((a) => a.scorecard === card) ?? own[0])?.split ?? 'whole';
	if (rule === 'whole') return [whole];
	const calledIn = (month: string): string => nameIn(results.renamed, unit, month, months.at(-1)!);
	const people = [...peopleOf(results, calledIn, months)];
	if (people.length === 0) return [{ ...whole, rule, unsplit: 'no_people' }];
	const daysOf = (person: string): string =>
		sumOf(['0', ...months.map((month) => days.get(`${month}/${calledIn(month)}/${person}`) ?? '0')]);
	const basis = people.map(([person, { totals }]) =>
		rule === 'equal' ? null : rule === 'by_score' ? sumOf(['0', ...totals]) : daysOf(person)
	);
	// whole numbers: points and days have six decimals at most
	const weights = basis.map((value) => (value === null ? 1n : BigInt(shifted(value, 6).split('.')[0]!)));
	// a month whose attendance isn't there any more would be split as if nobody had come
	const lacks =
		rule === 'by_attended_days' &&
		months.some((month) => {
			const there = people.filter(([, p]) => p.months.includes(month));
			return (
				there.length > 0 && there.every(([person]) => !days.has(`${month}/${calledIn(month)}/${person}`))
			);
		});
	if (lacks || weights.every((weight) => weight === 0n)) return [{ ...whole, rule, unsplit: 'no_basis' }];
	const amounts = shared(amount, weights);
	return people.map(([person], i) => ({
		...{ ...whole, rule, person },
		...{ basis: basis[i]!, amount: amounts[i]! }
	}));
}

/** How a branch's prize was split by hand last; null where it goes by the rule. */
export function splitOf(
	events: LogEvent[],
	period: string,
	award: string,
	branch: string
): EventOf<'prize_split'> | null {
	const last = events.findLast(
		({ kind, data }) =>
			kind === 'prize_split' && data.period === period && data.award === award && data.branch === branch
	);
	return last?.kind === 'prize_split' && last.data.shares.length > 0 ? last : null;
}

/** Who was or is paid how much. */
type Paid = Pick<PayLine, 'unitKind' | 'unit' | 'person' | 'amount'>;

/** What is to be paid after or taken back, payee by payee, where prizes were sealed otherwise before. */
export function payChanges(before: Paid[], after: Paid[]): PayChange[] {
	const sums = new Map<string, { of: Paid; sides: [before: string, after: string] }>();
	for (const [side, rows] of [before, after].entries())
		for (const of of rows) {
			const key = JSON.stringify([of.unitKind, of.unit, of.person]);
			const { sides } = sums.get(key) ?? { sides: ['0', '0'] as [string, string] };
			sides[side] = sumOf([sides[side]!, of.amount]);
			sums.set(key, { of, sides });
		}
	return [...sums.values()].flatMap(({ of: { unitKind, unit, person }, sides: [was, is] }) => {
		const change = sumOf([is, negated(was)]);
		return signOf(change) === 0 ? [] : [{ unitKind, unit, person, before: was, after: is, change }];
	});
}
