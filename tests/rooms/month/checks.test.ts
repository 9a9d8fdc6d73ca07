import { describe, expect, it } from 'vitest';
import { loadShown } from '../../../src/lib/compute/shown';
import { agreement, agreementBy, checksOf, pairsOf, type Judgement } from '../../../src/lib/record/checks';
import { reportedOf } from '../../../src/lib/record/figures';
import { chained, NO_HEAD, type Entry, type LogEvent } from '../../../src/lib/record/event';
import type { Actor } from '../../../src/lib/record/actor';
import { refusal } from '../../../src/lib/month/refusal';
import { enteredTables } from '../../../src/lib/record/ledger';
import { partsOf } from '../../../src/lib/policy/parts';
import type { DrawnRow, StratumRow } from '../../../src/lib/reports/rows';
import { estimatesOf } from '../../../src/lib/reports/desk-estimate';
import { policyWith } from '../../support/policy';
import { computed, engine, load, reported } from '../../support/scored';

const HR: Actor = { name: '王芳', role: 'hr' };
const OTHER: Actor = { name: '李雷', role: 'hr' };
const judgement = (ref: string, passed: 'yes' | 'no'): Judgement => ({
	month: '2026-10',
	dataset: 'callbacks',
	ref,
	branch: 'B01',
	person: 'P1',
	moment: '2026-10-12 09:00:00',
	subject: 'callback_truth',
	passed,
	note: ''
});
async function logOf(...entries: [Judgement, Actor][]): Promise<LogEvent[]> {
	const events: LogEvent[] = [];
	for (const [data, by] of entries)
		events.push(
			await chained(events.at(-1) ?? NO_HEAD, { kind: 'check', data }, by, '2026-11-02T08:00:00.000Z')
		);
	return events;
}

describe('the spot-check desk', () => {
	it('counts the first judgement of a record and subject, and keeps every one', async () => {
		const events = await logOf([judgement('C1', 'no'), HR], [judgement('C1', 'yes'), OTHER]);
		expect(checksOf(events).map((c) => [c.passed, c.counts])).toEqual([
			['no', true],
			['yes', false]
		]);
		expect(enteredTables(events)).toEqual([
			{
				path: '抽查台.csv',
				text: '"check","branch","person","checked_at","subject","ref","passed","note"\n"抽查台#1","B01","P1","2026-10-12 09:00:00","回访真实度","C1","no",""\n'
			}
		]);
		const entry: Entry = { kind: 'check', data: judgement('C2', 'yes') };
		expect(refusal(events, entry, HR)).toBeNull();
		expect(refusal(events, entry, { name: '赵', role: 'branch_manager', branch: 'B01' })).toBe('role');
		expect(refusal(events, entry, null)).toBe('unsigned');
	});

	it('takes one judgement a judge, record and subject, until it is taken back', async () => {
		const events = await logOf([judgement('C1', 'no'), HR]);
		const again = { kind: 'check', data: judgement('C1', 'yes') } as const;
		expect(refusal(events, again, HR)).toBe('done');
		expect(refusal(events, again, OTHER)).toBeNull();
		expect(refusal(events, { kind: 'check', data: judgement('C2', 'yes') }, HR)).toBeNull();
		const other = { ...judgement('C1', 'yes'), subject: 'etiquette' };
		expect(refusal(events, { kind: 'check', data: other }, HR)).toBeNull();
		const back = await chained(
			events.at(-1)!,
			{ kind: 'check_reversed', reason: '按错', data: { month: '2026-10', of: events[0]!.seq } },
			HR,
			'2026-11-02T09:00:00.000Z'
		);
		expect(refusal([...events, back], again, HR)).toBeNull();
	});

	it('takes a judgement back by a reason: the next one counts', async () => {
		const events = await logOf([judgement('C1', 'no'), HR], [judgement('C1', 'yes'), OTHER]);
		const reversal: Extract<Entry, { kind: 'check_reversed' }> = {
			kind: 'check_reversed',
			reason: '点错',
			data: { month: '2026-10', of: 1 }
		};
		expect(refusal(events, reversal, HR)).toBeNull();
		expect(refusal(events, { ...reversal, data: { month: '2026-09', of: 1 } }, HR)).toBe('state');
		expect(refusal(events, { ...reversal, data: { month: '2026-10', of: 9 } }, HR)).toBe('done');
		events.push(await chained(events.at(-1)!, reversal, HR, '2026-11-02T09:00:00.000Z'));
		expect(checksOf(events).map((c) => [c.counts, c.reversal?.reason])).toEqual([
			[false, '点错'],
			[true, undefined]
		]);
		expect(refusal(events, reversal, OTHER)).toBe('done');
		expect(agreement(pairsOf(checksOf(events))).pairs).toBe(0);
		// a check of another month than it says is none
		expect(refusal([], { kind: 'check', data: { ...judgement('C1', 'no'), month: '2026-09' } }, HR)).toBe(
			'state'
		);
	});

	it('isn’t counted where an export tells the same check', async () => {
		const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
		const events = await logOf([judgement('C1', 'no'), HR], [judgement('C2', 'no'), HR]);
		const [entered] = enteredTables(events);
		await load(
			[
				file(
					'spot_checks.csv',
					'check,branch,person,checked_at,subject,ref,passed\nK1,B01,P1,2026-10-12 10:00:00,回访真实度,C1,不合格\n'
				),
				file(entered!.path, entered!.text)
			],
			[policyWith()]
		);
		const db = await engine();
		await computed(db);
		const [row] = await db.rows(
			"select numerator::integer as n from measures.every where measure = 'callback_truth' and unit = 'B01'"
		);
		expect(row!['n']).toBe(2);
	});

	it('tells how far two judges agree, by Cohen’s kappa', async () => {
		const pairs = [
			[20, 'yes', 'yes'],
			[5, 'yes', 'no'],
			[10, 'no', 'yes'],
			[15, 'no', 'no']
		] as const;
		const entries = pairs.flatMap(([times, a, b]) =>
			Array.from({ length: times }, (_, i): [Judgement, Actor][] => [
				[judgement(`${a}${b}${String(i)}`, a), HR],
				// a second opinion of the same name is none
				[judgement(`${a}${b}${String(i)}`, b), HR],
				[judgement(`${a}${b}${String(i)}`, b), OTHER]
			]).flat()
		);
		const found = agreement(pairsOf(checksOf(await logOf(...entries))));
		expect(found).toMatchObject({ pairs: 50, agreed: 35 });
		expect(found.kappa).toBeCloseTo(0.4, 10);
		expect(agreement([])).toEqual({ pairs: 0, agreed: 0, kappa: null });
		expect(
			agreement(pairsOf(checksOf(await logOf([judgement('a', 'yes'), HR], [judgement('a', 'yes'), OTHER]))))
				.kappa
		).toBeNull();
	});

	it('tells how far judges agree by subject, and each judge with the others', async () => {
		const truth = (ref: string, passed: 'yes' | 'no'): Judgement => ({
			...judgement(ref, passed),
			subject: 'service_skill'
		});
		const pairs = pairsOf(
			checksOf(
				await logOf(
					[judgement('a', 'yes'), HR],
					[judgement('a', 'no'), OTHER],
					[truth('a', 'no'), OTHER],
					[truth('a', 'no'), HR],
					[judgement('b', 'yes'), HR]
				)
			)
		);
		expect(agreementBy(pairs, 'subject').map(([what, { pairs: n, agreed }]) => [what, n, agreed])).toEqual([
			[judgement('a', 'yes').subject, 1, 0],
			['service_skill', 1, 1]
		]);
		expect(agreementBy(pairs, 'judge').map(([who, { pairs: n, agreed }]) => [who, n, agreed])).toEqual(
			[HR.name, OTHER.name].sort().map((who) => [who, 2, 1])
		);
	});

	it('draws strata by their shares, so many a person at least, and weighs them when it estimates', async () => {
		const policy = policyWith();
		policy.parts = {
			...partsOf(policy),
			sampling: {
				finding: '0',
				complaint: '20',
				low_rating: '20',
				newcomer: '10',
				silence: '10',
				per_person: 0,
				new_months: 3,
				silent_days: 7,
				clause: 'own rule'
			}
		};
		// of one week: 4 of complaints' tickets, 6 rated low, 5 of the newcomer, 3 long after their trigger, 22 others
		const lines = [
			...Array.from({ length: 4 }, () => 'P1,T1,,满意'),
			...Array.from({ length: 6 }, () => 'P1,,,不满意'),
			...Array.from({ length: 5 }, () => 'P2,,,满意'),
			...Array.from({ length: 3 }, () => 'P1,,2026-10-05,满意'),
			...Array.from({ length: 21 }, () => 'P1,,2026-10-13,满意'),
			'P3,,,满意'
		].map((row, i) => {
			const [person, ticket, trigger, mark] = row.split(',');
			return `C${String(i)},B1,${person!},${ticket!},${trigger!},2026-10-13 09:00:00,已完成,${mark!}`;
		});
		const file = (path: string, rows: string[]) => ({
			path,
			bytes: new TextEncoder().encode(rows.join('\n') + '\n')
		});
		const files = [
			file('people.csv', [
				'person,branch,post,from',
				'P1,B1,客服,2020-01-01',
				'P2,B1,客服,2026-08-20',
				'P3,B1,客服,2020-01-01'
			]),
			file('tickets.csv', ['ticket,branch,kind,received_at,status', 'T1,B1,投诉,2026-10-12 09:00:00,处理中']),
			file('callbacks.csv', [
				'callback,branch,person,ticket,trigger_on,called_at,result,satisfaction',
				...lines
			])
		];
		const db = await engine();
		const drawn = async (perWeek: number, perPerson: number, seed = 's'): Promise<Record<string, number>> => {
			if (policy.parts!.sampling!.per_person !== perPerson || seed === 's') {
				policy.parts!.sampling!.per_person = perPerson;
				await load(files, [policy]);
				await computed(db);
			}
			const sampling = { dataset: 'callbacks' as const, seed, perWeek };
			await loadShown(db, { now: ['2026-10'], before: [], today: '2026-10-31', sampling });
			const rows = await reported(db, 'select stratum, records, drawn from reports.sample_sum');
			expect(Object.fromEntries(rows.map((r) => [r['stratum'], r['records']]))).toEqual({
				...{ complaint: 4, low_rating: 6, newcomer: 5, silence: 3, chance: 22 }
			});
			return Object.fromEntries(
				rows.filter((r) => r['drawn'] !== 0).map((r) => [String(r['stratum']), Number(r['drawn'])])
			);
		};
		// ten by shares 20, 20, 10, 10 and 40, give or take one; one stratum that runs out gives way
		const ten = await drawn(10, 0);
		for (const [stratum, n] of Object.entries({
			complaint: 2,
			low_rating: 2,
			newcomer: 1,
			silence: 1,
			chance: 4
		}))
			expect(Math.abs((ten[stratum] ?? 0) - n), stratum).toBeLessThanOrEqual(1);
		expect(Object.values(ten).reduce((sum, n) => sum + n, 0)).toBe(10);
		expect(await drawn(40, 0)).toEqual({ complaint: 4, low_rating: 6, newcomer: 5, silence: 3, chance: 22 });
		// one a week: by the seed each stratum has its turn
		const firsts = new Set<string>();
		for (const seed of 'abcdefghijklmnopqrst')
			for (const s of Object.keys(await drawn(1, 0, seed))) firsts.add(s);
		expect(firsts.size).toBeGreaterThanOrEqual(4);
		// each of three people once at least
		const each = await drawn(1, 1);
		expect(Object.values(each).reduce((sum, n) => sum + n, 0)).toBe(3);
		const checked = await reported(
			db,
			'select person, checks::integer as checks from reports.checked order by person'
		);
		expect(checked).toEqual(['P1', 'P2', 'P3'].map((person) => ({ person, checks: 0 })));

		// of 40 records: a quarter of the 22 by chance fails, half of the 6 rated low, none of the others
		const strata: StratumRow[] = [
			{ branch: 'B1', stratum: 'chance', records: 22, drawn: 4 },
			{ branch: 'B1', stratum: 'low_rating', records: 6, drawn: 2 },
			{ branch: 'B2', stratum: 'chance', records: 12, drawn: 1 }
		];
		const row = (ref: string, stratum: DrawnRow['stratum']) =>
			({ dataset: 'callbacks', branch: 'B1', ref, stratum }) as DrawnRow;
		const some = [...'abcd']
			.map((r) => row(r, 'chance'))
			.concat([row('e', 'low_rating'), row('f', 'low_rating')]);
		const checks = checksOf(
			await logOf(
				...[...'abcdef'].map((ref): [Judgement, Actor] => [
					judgement(ref, 'ae'.includes(ref) ? 'no' : 'yes'),
					HR
				])
			)
		);
		expect(estimatesOf(strata, some, checks)).toEqual([
			{
				subject: judgement('a', 'yes').subject,
				judged: 6,
				failed: 2,
				weighted: (22 / 4 + 6 / 2) / 28,
				covers: 28 / 40
			}
		]);
		expect(estimatesOf(strata, some, checks.slice(0, 4))[0]!.weighted).toBeNull();
	});

	it('draws the same records for the same seed, whatever the order of the rows, each person in turn', async () => {
		const rows = Array.from(
			{ length: 600 },
			(_, i) =>
				`C${String(i)},B0${String(1 + (i % 3))},P${String(i % 3)}${String(i % 4)},2026-10-${String(9 + (i % 21)).padStart(2, '0')} 09:${String(i % 60).padStart(2, '0')}:00,已完成`
		);
		const db = await engine();
		const drawn = async (
			seed: string,
			perWeek: number,
			order: string[]
		): Promise<[string, string, string, string][]> => {
			const text = ['callback,branch,person,called_at,result', ...order].join('\n') + '\n';
			const policy = policyWith();
			policy.parts = {
				...partsOf(policy),
				sampling: { ...partsOf(policy).sampling!, finding: '0' }
			};
			await load([{ path: 'callbacks.csv', bytes: new TextEncoder().encode(text) }], [policy]);
			await computed(db);
			const sampling = { dataset: 'callbacks' as const, seed, perWeek };
			await loadShown(db, { now: ['2026-10'], before: [], today: '2026-10-31', sampling });
			const found = await db.rows('select branch, week, person, ref from reports.sample order by all');
			return found.map(
				(r) => [r['branch'], r['week'], r['person'], r['ref']] as [string, string, string, string]
			);
		};
		const first = await drawn('2026-10', 1, rows);
		expect(await drawn('2026-10', 1, [...rows].reverse())).toEqual(first);
		expect(await drawn('other', 1, rows)).not.toEqual(first);
		const weeks = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];
		expect(first.map(([branch, week]) => `${branch} ${week}`)).toEqual(
			['B01', 'B02', 'B03'].flatMap((b) => weeks.map((w) => `${b} ${w}`))
		);
		const four = await drawn('2026-10', 4, rows);
		for (const week of weeks.slice(1, 3)) {
			const people = four.filter(([b, w]) => b === 'B01' && w === week).map(([, , person]) => person);
			expect(new Set(people).size, week).toBe(4);
		}
	});
});

describe('a figure that a branch reports', () => {
	const figure = (branch: string, value: string | null): Entry => ({
		kind: 'figure',
		data: { month: '2026-10', branch, figure: 'callbacks', value, note: '' }
	});

	it('stands as typed last, is taken back by an empty one, and is held against the rows', async () => {
		const log: LogEvent[] = [];
		let head: typeof NO_HEAD = NO_HEAD;
		for (const [branch, value] of [
			['B01', '9'],
			['B01', '3'],
			['B02', '5'],
			['B02', null]
		] as const) {
			const event = await chained(head, figure(branch, value), HR, '2026-11-02T01:00:00Z');
			log.push(event);
			head = event;
		}
		expect(reportedOf(log).map((f) => [f.branch, f.value])).toEqual([['B01', '3']]);
		const [entered] = enteredTables(log);
		const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
		const text =
			'callback,branch,person,called_at,result\nC1,B01,P1,2026-10-05 09:00:00,已完成\nC2,B01,P1,2026-10-06 09:00:00,已完成\n';
		await load([file('callbacks.csv', text), file(entered!.path, entered!.text)], [policyWith()]);
		const db = await engine();
		await computed(db);
		await loadShown(db, { now: ['2026-10'], before: [], today: '2026-10-31' });
		const rows = await db.rows(
			'select branch, reported::integer as reported, counted::integer as counted from reports.reconcile'
		);
		expect(rows).toEqual([{ branch: 'B01', reported: 3000, counted: 2000 }]);
	});

	it('is a branch manager’s for their own branch alone, and nobody’s once the month is sealed', () => {
		const manager = { name: '王', role: 'branch_manager' as const, branch: 'B01' };
		expect(refusal([], figure('B01', '3'), manager)).toBeNull();
		expect(refusal([], figure('B02', '3'), manager)).toBe('role');
		expect(refusal([], figure('B02', '3'), null)).toBe('unsigned');
	});
});
