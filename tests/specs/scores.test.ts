import { describe, expect, it } from 'vitest';
import type { Facts } from '../oracle/facts';
import { SWITCHES } from '../../src/lib/policy/switches';
import { factsFiles, noFacts } from '../support/facts-files';
import { policyWith } from '../support/policy';
import { score } from '../support/scored';
import { choicesOf, specRows, type SpecRow } from '../support/spec';

const MONTH = '2026-10';
const MERITS: Record<string, string> = {
	表扬信: 'letter',
	部门表扬: 'department_praise',
	公司表扬: 'company_praise',
	媒体表扬: 'media_praise',
	部门批评: 'department_criticism',
	公司批评: 'company_criticism',
	媒体批评: 'media_criticism'
};
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i));

/** Adds the rows that make one branch have what a specification's row gives; what isn't given is full. */
function addBranch(facts: Facts, branch: string, given: Record<string, string>): void {
	const number = (name: string, otherwise: number): number =>
		given[name] === undefined || given[name] === '' ? otherwise : Number(given[name]);
	const at = `${MONTH}-10 10:00:00`;
	const check = (subject: string, count: number, failed: number): void =>
		void facts.spot_checks.push(
			...times(count, (i) => ({
				check: `${branch}-${subject}-${i}`,
				branch,
				person: null,
				checked_at: at,
				subject,
				passed: i < failed ? ('no' as const) : ('yes' as const),
				ref: null
			}))
		);
	check('service_skill', number('checks', 26), number('failed', 0));
	check('callback_truth', number('checked_callbacks', 9), number('false', 0));
	check('report_truth', number('checked_reports', 7), number('untrue', 0));
	facts.tickets.push(
		...times(number('complaints', 0), (i) => ({
			ticket: `${branch}-T${i}`,
			branch,
			person: null,
			kind: 'complaint',
			received_at: at,
			due_at: null,
			resolved_at: i < number('unresolved', 0) ? '2026-11-06 00:00:00' : '2026-11-05 23:59:59',
			status: null
		}))
	);
	const people = number('people', 4);
	const due = number('due_days', 22);
	facts.attendance.push(
		...times(people, (i) => ({
			month: MONTH,
			branch,
			person: `${branch}-${i}`,
			due_days: String(due),
			attended_days: String(due)
		}))
	);
	const reached = number('reached', people * due * 200);
	const rated = number('rated', 1);
	const satisfied = number('satisfied', rated);
	facts.callbacks.push(
		...times(Math.max(reached, rated), (i) => ({
			callback: `${branch}-C${i}`,
			branch,
			person: `${branch}-0`,
			ticket: null,
			called_at: at,
			result: i < reached ? ('reached' as const) : ('not_reached' as const),
			satisfaction: i < satisfied ? (4 as const) : i < rated ? (2 as const) : null
		}))
	);
	for (const role of ['self', 'group'] as const)
		if (given[role])
			facts.ratings.push({
				month: MONTH,
				branch,
				person: `${branch}-0`,
				role,
				rater: 'R',
				score: given[role]
			});
	(given['merits'] ?? '')
		.split(' ')
		.filter(Boolean)
		.forEach((word, i) =>
			facts.merits.push({
				merit: `${branch}-M${i}`,
				date: at,
				branch,
				person: null,
				type: MERITS[word.replace('+', '')]!,
				evidence: word.endsWith('+') ? '报道' : null
			})
		);
	(given['audits'] ?? '')
		.split(' ')
		.filter(Boolean)
		.forEach((points, i) =>
			facts.audits.push({ audit: `${branch}-A${i}`, date: at, branch, person: null, points })
		);
}

/** Scores all rows that share a reading in one month, a branch a row. */
async function outcomes(rows: SpecRow[]): Promise<Record<string, string>[]> {
	const facts = noFacts();
	const codes = rows.map((_, i) => `S${String(i).padStart(3, '0')}`);
	rows.forEach((row, i) => addBranch(facts, codes[i]!, row.given));
	const results = await score(factsFiles(facts), [policyWith(choicesOf(rows[0]!.reading))], {
		only: ['lines', 'totals']
	});
	return codes.map((branch) => {
		const found: Record<string, string> = {
			...results.totals.find((r) => r['unit'] === branch && r['unit_kind'] === 'branch')
		};
		for (const line of results.lines.filter((r) => r['unit'] === branch && r['unit_kind'] === 'branch'))
			for (const [column, value] of Object.entries(line)) found[`${line['line']!}.${column}`] = value;
		return found;
	});
}

for (const name of ['lines', 'totals']) {
	const rows = specRows(new URL(`./${name}.md`, import.meta.url));
	const byReading = groupBy(rows);
	describe(`specification: ${name}`, () => {
		for (const [reading, group] of byReading)
			it(`${reading || 'defaults'} (${group.length} rows)`, async () => {
				const found = await outcomes(group);
				const shown = group.map((row, i) => ({
					title: row.title,
					given: row.given,
					then: Object.fromEntries(Object.keys(row.then).map((key) => [key, found[i]![key]]))
				}));
				expect(shown).toEqual(group.map(({ title, given, then }) => ({ title, given, then })));
			});
	});
}

function groupBy(rows: SpecRow[]): Map<string, SpecRow[]> {
	const groups = new Map<string, SpecRow[]>();
	for (const row of rows) groups.set(row.reading, [...(groups.get(row.reading) ?? []), row]);
	return groups;
}

describe('specification: readings', () => {
	for (const row of specRows(new URL('./readings.md', import.meta.url)))
		it(`${row.title}: ${row.reading} ${row.given['unit'] ?? ''}`, async () => {
			const files = Object.entries(row.files).map(([dataset, text]) => ({
				path: `${dataset}.csv`,
				bytes: new TextEncoder().encode(text)
			}));
			const unit = row.given['unit'] ?? 'B01';
			const results = await score(files, [policyWith(choicesOf(row.reading))], {
				only: ['lines', 'totals', 'units']
			});
			const mine = (r: Record<string, string>): boolean => r['unit'] === unit && r['month'] === MONTH;
			const total = { ...results.units.find(mine), ...results.totals.find(mine) };
			const found = (key: string): string | undefined => {
				const [line, column] = key.split('.');
				return column === undefined
					? total[key]
					: results.lines.find((r) => mine(r) && r['line'] === line)?.[column];
			};
			expect(Object.fromEntries(Object.keys(row.then).map((key) => [key, found(key)]))).toEqual(row.then);
		});
});

describe('specification: ranks', () => {
	for (const row of specRows(new URL('./ranks.md', import.meta.url)))
		it(`${row.reading}: ${row.given['totals']!}`, async () => {
			const policy = policyWith({
				...choicesOf(row.reading),
				blend: 'leader_sheet',
				missing_line: 'full_marks'
			});
			const facts = noFacts();
			const given = row.given['totals']!.split('/').map((list) => list.trim().split(' '));
			const months = ['2026-07', '2026-08', '2026-09'];
			months.forEach((month, m) =>
				(given[m] ?? given[0]!).forEach((score, i) => {
					if (score !== '-')
						facts.ratings.push({ month, branch: `B${i}`, person: null, role: 'leader', rater: 'R', score });
				})
			);
			const results = await score(factsFiles(facts), [policy], {
				only: ['rankings', 'awards', 'followups', 'years']
			});
			const of = (rows: Record<string, string>[], period: string): Record<string, string>[] =>
				rows
					.filter((r) => r['unit_kind'] === 'branch' && r['period'] === period)
					.sort((a, b) => (a['unit']! < b['unit']! ? -1 : 1));
			const listed = (rows: Record<string, string>[], column: string): string =>
				rows.map((r) => r[column]).join(' ');
			const paid = (unit: string): number =>
				results.awards
					.filter((r) => r['unit_kind'] === 'branch' && r['unit'] === unit)
					.reduce((sum, r) => sum + Number(r['amount']), 0);
			const found: Record<string, string> = {
				ranks: listed(of(results.rankings, '2026Q3'), 'rank'),
				awards: listed(of(results.awards, '2026Q3'), 'amount'),
				last: String(of(results.followups, '2026-09').length),
				paid: given[0]!.map((_, i) => paid(`B${String(i)}`)).join(' '),
				year: listed(of(results.years, '2026'), 'rank')
			};
			expect(Object.fromEntries(Object.keys(row.then).map((key) => [key, found[key]]))).toEqual(row.then);
		});
});

/** Readings that other tests hold: on the manager's card, on the calendar, and the unit that a screen ranks. */
const ELSEWHERE = [
	'feedback_items',
	'feedback_standard',
	'feedback_start',
	'feedback_end',
	'first_call',
	'appraisal_window',
	'plan_due',
	'unit'
];

describe('the specifications', () => {
	it('have a row for every alternative of every reading', () => {
		const texts = ['lines', 'totals', 'ranks', 'readings'].flatMap((name) =>
			specRows(new URL(`./${name}.md`, import.meta.url)).flatMap((row) => row.reading.split(' '))
		);
		const wanted = Object.entries(SWITCHES)
			.filter(([name, choices]) => choices.length > 1 && !ELSEWHERE.includes(name))
			.flatMap(([name, choices]) => choices.map((choice) => `${name}=${choice}`));
		expect(wanted.filter((pair) => !texts.includes(pair))).toEqual([]);
	});
});
