import fc from 'fast-check';
import type { Policy } from '../../src/lib/policy/schema';
import type { Facts } from '../oracle/facts';
import { partsOf } from '../../src/lib/policy/parts';
import { policyWith } from './policy';

const BRANCHES = ['B01', 'B02', 'B03', 'B04'];
// one has the code of a branch
const PEOPLE = [...BRANCHES.flatMap((b) => [`${b}-01`, `${b}-02`]), 'B02'];
const MONTHS = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

const two = (n: number): string => String(n).padStart(2, '0');
const branch = fc.constantFrom(...BRANCHES);
const person = fc.constantFrom(...PEOPLE);
const maybePerson = fc.option(person, { freq: 3 });
const time = fc
	.tuple(
		fc.constantFrom(...MONTHS),
		fc.integer({ min: 1, max: 28 }),
		fc.integer({ min: 0, max: 23 }),
		fc.integer({ min: 0, max: 59 })
	)
	.map(([m, d, h, s]) => `${m}-${two(d)} ${two(h)}:00:${two(s)}`);
const edge = fc.constantFrom(
	'2026-08-05 23:59:59',
	'2026-08-06 00:00:00',
	'2026-07-31 23:59:59',
	'2026-08-01 00:00:00'
);
const shift = (at: string, hours: number): string =>
	new Date(Date.parse(`${at.replace(' ', 'T')}Z`) + hours * 3_600_000)
		.toISOString()
		.slice(0, 19)
		.replace('T', ' ');
const date = fc
	.tuple(fc.constantFrom('2019-01', ...MONTHS), fc.integer({ min: 1, max: 28 }))
	.map(([m, d]) => `${m}-${two(d)}`);
const many = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
	fc.array(arbitrary, { maxLength });
const numbered = <T extends object, K extends string>(rows: T[], key: K): (T & Record<K, string>)[] =>
	rows.map((row, i) => ({ [key]: `${key}${String(i)}`, ...row }) as T & Record<K, string>);

const ticket = fc
	.record({
		branch,
		person: maybePerson,
		kind: fc.constantFrom('complaint', 'complaint', 'complaint', 'repair'),
		received_at: time,
		due_at: fc.option(time),
		late: fc.option(fc.constantFrom(1, 30, 47, 48, 49, 400, 900), { freq: 6 }),
		edge: fc.option(edge, { freq: 1 }),
		status: fc.option(fc.constantFrom('excluded' as const, 'closed' as const), { freq: 2 })
	})
	.map(({ late, edge: at, ...row }) => {
		const resolved =
			at !== null && at >= row.received_at ? at : late === null ? null : shift(row.received_at, late);
		return { ...row, resolved_at: resolved };
	});

const callback = fc.record({
	branch,
	person,
	ticket: fc.option(fc.constantFrom('T1', 'T2', 'T3')),
	called_at: time,
	result: fc.constantFrom('reached' as const, 'reached' as const, 'not_reached' as const),
	satisfaction: fc.option(fc.constantFrom<(1 | 2 | 3 | 4 | 5)[]>(1, 2, 3, 4, 4, 5, 5), {
		freq: 4
	})
});

/** Days in halves, or in hundredths as 21.75. */
const half = fc.oneof(
	fc.integer({ min: 0, max: 8 }).map((n) => String(n / 2)),
	fc.integer({ min: 0, max: 400 }).map((n) => String(n / 100))
);
/** A score with every decimal that is kept. */
const twelveDecimals = (n: bigint): string =>
	`${String(n / 10n ** 12n)}.${String(n % 10n ** 12n).padStart(12, '0')}`;
const unique = <T>(rows: T[], key: (row: T) => string): T[] => [
	...new Map(rows.map((row) => [key(row), row])).values()
];

/** A few branches and people over up to five months, with everything that can go missing missing somewhere. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc
	.record({
		branches: fc.option(
			fc.tuple(
				...BRANCHES.map((code) =>
					fc.record({
						opened_on: fc.option(date),
						closed_on: fc.option(date, { freq: 1 }),
						code: fc.constant(code)
					})
				)
			)
		),
		people: fc.option(
			fc.tuple(
				...PEOPLE.map((code) =>
					fc.record({
						from: date,
						to: fc.option(date, { freq: 1 }),
						post: fc.option(fc.constantFrom('客服', '回访员')),
						went: fc.option(fc.record({ branch, from: date, to: fc.option(date, { freq: 1 }) }), { freq: 2 }),
						code: fc.constant(code)
					})
				)
			)
		),
		attendance: many(
			fc.record({ month: fc.constantFrom(...MONTHS), branch, person, due_days: half, attended_days: half }),
			40
		),
		tickets: many(ticket, 60),
		callbacks: many(callback, 120),
		spot_checks: many(
			fc.record({
				branch,
				person: maybePerson,
				checked_at: time,
				subject: fc.constantFrom('service_skill', 'callback_truth', 'report_truth', 'records'),
				ref: fc.option(fc.constantFrom('report0', 'report1', 'x')),
				passed: fc.constantFrom('yes' as const, 'no' as const, 'no' as const)
			}),
			60
		),
		ratings: many(
			fc.record({
				month: fc.constantFrom(...MONTHS),
				branch,
				person: maybePerson,
				role: fc.constantFrom('self' as const, 'leader' as const, 'group' as const, 'group' as const),
				rater: fc.option(fc.constantFrom('R0', 'R1', 'R2')),
				score: fc.oneof(
					fc.integer({ min: 0, max: 1000 }).map((n) => String(n / 10)),
					fc.bigInt({ min: 0n, max: 10n ** 14n }).map(twelveDecimals)
				)
			}),
			60
		),
		merits: many(
			fc.record({
				date: time,
				branch,
				person: maybePerson,
				type: fc.constantFrom(
					'letter',
					'department_praise',
					'company_praise',
					'media_praise',
					'department_criticism',
					'company_criticism',
					'media_criticism'
				),
				evidence: fc.option(fc.constant('报道'))
			}),
			8
		),
		audits: many(
			fc.record({
				date: time,
				branch,
				person: maybePerson,
				points: fc.integer({ min: 20, max: 100 }).map((n) => String(n / 10))
			}),
			6
		),
		reports: many(
			fc.record({
				branch,
				due_at: time,
				truthful: fc.option(fc.constantFrom('yes' as const, 'no' as const))
			}),
			4
		)
	})
	.map((f): Facts => {
		const rated = f.ratings.map((r, i) => ({
			key: r.rater === null ? String(i) : [r.month, r.branch, r.person, r.role, r.rater].join(),
			r
		}));
		return {
			branches:
				f.branches &&
				f.branches.map(({ code, opened_on, closed_on }) => ({
					branch: code,
					opened_on,
					closed_on: orNothing(opened_on, closed_on)
				})),
			people:
				f.people &&
				f.people.flatMap(({ code, from, to, post, went }) => [
					{ person: code, branch: code.slice(0, 3), post, from, to: orNothing(from, to) },
					...(went && went.from !== from
						? [
								{
									person: code,
									branch: went.branch,
									post,
									from: went.from,
									to: orNothing(went.from, went.to)
								}
							]
						: [])
				]),
			attendance: unique(f.attendance, (a) => [a.month, a.branch, a.person].join()),
			tickets: numbered(f.tickets, 'ticket'),
			callbacks: numbered(f.callbacks, 'callback'),
			spot_checks: numbered(f.spot_checks, 'check'),
			ratings: unique(rated, (x) => x.key).map((x) => x.r),
			merits: numbered(f.merits, 'merit'),
			audits: numbered(f.audits, 'audit'),
			reports: numbered(f.reports, 'report')
		};
	});

/** An end before its beginning would be rejected at intake. */
const orNothing = (from: string | null, to: string | null): string | null =>
	from !== null && to !== null && to < from ? null : to;

const base = policyWith();
const weights = fc.constantFrom(
	['30', '20', '10', '10', '10', '10', '10'],
	['25', '15', '20', '10', '12.5', '7.5', '10']
);

/** The handbook's policy with every reading chosen at random, and some weights, quotas, points and prizes moved. */
export const arbitraryPolicy: fc.Arbitrary<Policy> = fc
	.record({
		choices: fc.record(
			Object.fromEntries(
				Object.entries(base.readings).map(([name, r]) => [
					name,
					fc.constantFrom(...Object.keys(r.alternatives))
				])
			)
		),
		plain: fc.boolean(),
		quota: fc.constantFrom(1, 2, 3, 7, 200),
		weights,
		each: fc.constantFrom('2', '1.5', '0.333'),
		raters: fc.constantFrom(['15', '60', '25'], ['10', '30', '60'], ['20', '50', '30'], ['0', '100', '0']),
		prizes: fc.constantFrom(['500', '300', '200'], ['500.5', '333.33', '100']),
		bottom: fc.constantFrom(1, 3),
		ranked: fc.record({
			newcomer_months: fc.constantFrom(0, 0, 1, 3),
			branch_months: fc.constantFrom(0, 0, 1, 4),
			least_present: fc.constantFrom('0', '0', '50', '87.5')
		})
	})
	.map((r) => {
		const policy = policyWith(r.plain ? {} : r.choices);
		policy.parts = { ...partsOf(policy), ranked: { ...r.ranked, clause: 'own rule' } };
		policy.readings['callback_quota_amount']!.alternatives['fixed']!.amount = r.quota;
		policy.readings['bottom_count']!.alternatives['fixed']!.amount = r.bottom;
		policy.scorecards[0]!.lines.forEach((line, i) => (line.weight = r.weights[i]!));
		policy.scorecards[0]!.lines[0]!.deduction_each = r.each;
		policy.raters.forEach((rater, i) => (rater.weight = r.raters[i]!));
		policy.awards[0]!.prizes.forEach((prize, i) => (prize.amount = r.prizes[i]!));
		return policy;
	});
