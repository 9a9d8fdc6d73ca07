import { describe, expect, it } from 'vitest';
import { addDays, Calendar, daysBetween, isWeekend, STATUTORY } from '../../../src/lib/calendar/workdays';
import { chained, NO_HEAD, type Entry, type LogEvent } from '../../../src/lib/record/event';
import type { Actor, Role } from '../../../src/lib/record/actor';
import { refusal } from '../../../src/lib/month/refusal';
import { calendarOf } from '../../../src/lib/record/days';
import {
	confirmBarred,
	corrections,
	enteredTables,
	ledgerOf,
	type LedgerEntry
} from '../../../src/lib/record/ledger';
import { plansOf, type PlanStep } from '../../../src/lib/record/plans';
import { sealed, sealFault, type Seal } from '../../../src/lib/record/seal';
import { barred, STEPS, type State, type StepName } from '../../../src/lib/record/steps';
import { lifeOf } from '../../../src/lib/record/life';
import { appealDue, appraisalWindow, planDue } from '../../../src/lib/month/due';
import { random } from '../../../scripts/samples/random';
import { policyWith } from '../../support/policy';
import { lineRow, totalRow } from '../../support/rows';

const HR: Actor = { name: '王芳', role: 'hr' };
const BOSS: Actor = { name: '陈总', role: 'head_office' };

/** A log of these entries, each by someone. */
async function logOf(...entries: [Entry, Actor][]): Promise<LogEvent[]> {
	const events: LogEvent[] = [];
	for (const [entry, by] of entries)
		events.push(await chained(events.at(-1) ?? NO_HEAD, entry, by, '2026-11-02T08:00:00.000Z'));
	return events;
}
const step = (name: StepName, more: object = {}, reason?: string): Entry => ({
	kind: 'step',
	...(reason === undefined ? {} : { reason }),
	data: { month: '2026-10', step: name, ...more }
});

describe('the working-day calendar', () => {
	const span = (first: string, last: string): string[] => daysBetween(first, last);
	/** As the State Council gave them for 2025 and 2026. */
	const OFF = new Set([
		...span('2025-01-01', '2025-01-01'),
		...span('2025-01-28', '2025-02-04'),
		...span('2025-04-04', '2025-04-06'),
		...span('2025-05-01', '2025-05-05'),
		...span('2025-05-31', '2025-06-02'),
		...span('2025-10-01', '2025-10-08'),
		...span('2026-01-01', '2026-01-03'),
		...span('2026-02-15', '2026-02-23'),
		...span('2026-04-04', '2026-04-06'),
		...span('2026-05-01', '2026-05-05'),
		...span('2026-06-19', '2026-06-21'),
		...span('2026-09-25', '2026-09-27'),
		...span('2026-10-01', '2026-10-07')
	]);
	const MAKE_UP = new Set(
		'2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10'.split(
			' '
		)
	);

	it('knows every day of 2025 and 2026 as the State Council gave it', () => {
		for (const day of daysBetween('2025-01-01', '2026-12-31'))
			expect(STATUTORY.isWorkday(day), day).toBe(MAKE_UP.has(day) || (!isWeekend(day) && !OFF.has(day)));
	});

	it('moves windows and deadlines over Spring Festival and National Day 2026', () => {
		const policy = policyWith();
		const window = (month: string) => appraisalWindow(month, policy, STATUTORY);
		expect(window('2026-10')).toEqual(['2026-11-02', '2026-11-06']);
		expect(window('2026-09')).toEqual(['2026-10-08', '2026-10-13']);
		expect(window('2026-01')).toEqual(['2026-02-02', '2026-02-06']);
		expect(window('2025-12')).toEqual(['2026-01-04', '2026-01-08']);
		expect(appraisalWindow('2026-09', policyWith({ appraisal_window: 'calendar_days' }), STATUTORY)).toEqual([
			'2026-10-01',
			'2026-10-05'
		]);
		const plan = (date: string) => planDue(date, policy, STATUTORY);
		expect(plan('2026-11-06')).toBe('2026-11-10');
		expect(plan('2026-02-12')).toBe('2026-02-24');
		expect(plan('2026-02-10')).toBe('2026-02-14');
		expect(plan('2026-09-29')).toBe('2026-10-08');
		expect(plan('2026-10-06')).toBe('2026-10-10');
		const working = (date: string) => planDue(date, policyWith({ plan_due: 'working' }), STATUTORY);
		expect(working('2026-02-12')).toBe('2026-02-25');
		expect(working('2026-09-29')).toBe('2026-10-10');
		expect(appealDue('2026-11-06', policy, STATUTORY)).toBe('2026-11-11');
		expect(appealDue('2026-09-30', policy, STATUTORY)).toBe('2026-10-10');
	});

	it('is the same in every time zone', () => {
		const zone = process.env['TZ'];
		const seen = ['Asia/Shanghai', 'America/Los_Angeles', 'UTC'].map((tz) => {
			process.env['TZ'] = tz;
			return [
				appraisalWindow('2026-02', policyWith(), STATUTORY),
				planDue('2026-03-05', policyWith(), STATUTORY),
				addDays('2026-03-07', 1),
				STATUTORY.table().at(-1)
			];
		});
		process.env['TZ'] = zone;
		expect(seen[1]).toEqual(seen[0]);
		expect(seen[2]).toEqual(seen[0]);
	});

	it('takes days and years that people enter, says which years it lacks, and takes a day back', async () => {
		expect(STATUTORY.knowsYear('2026')).toBe(true);
		expect(STATUTORY.knowsYear('2027')).toBe(false);
		const events = await logOf(
			[{ kind: 'calendar', data: { day: '2026-11-03', works: false } }, BOSS],
			[{ kind: 'calendar_year', data: { year: '2027', off: ['2027-01-01'], work: ['2027-01-02'] } }, BOSS]
		);
		const calendar = calendarOf(events);
		expect(calendar.isWorkday('2026-11-03')).toBe(false);
		expect(appraisalWindow('2026-10', policyWith(), calendar)).toEqual(['2026-11-02', '2026-11-09']);
		expect([
			calendar.knowsYear('2027'),
			calendar.isWorkday('2027-01-01'),
			calendar.isWorkday('2027-01-02')
		]).toEqual([true, false, true]);
		const back = await logOf(
			[{ kind: 'calendar', data: { day: '2026-11-03', works: false } }, BOSS],
			[{ kind: 'calendar', data: { day: '2026-11-03', works: null } }, BOSS]
		);
		expect(calendarOf(back).isWorkday('2026-11-03')).toBe(true);
		// a deadline of December may lie in a year that nobody has entered: its weekends are days off
		const table = new Calendar().table();
		expect(table).toHaveLength(daysBetween('2004-01-01', '2028-12-31').length);
		expect(table.filter(([day]) => day >= '2027-01-01' && day <= '2027-01-04').map((r) => r[2])).toEqual([
			true,
			false,
			false,
			true
		]);
	});
});

describe('the life of a month', () => {
	/** Which steps there are from a state, and for whom: by hand. */
	const LEGAL: Record<State, Partial<Record<StepName, Role[]>>> = {
		open: { calculate: ['hr'] },
		calculated: { calculate: ['hr'], publish: ['hr'] },
		published: { revise: ['hr'], hear: ['hr', 'head_office'] },
		appeals: { revise: ['hr'], sign: ['hr', 'head_office'] },
		signed: { unsign: ['hr', 'head_office'], seal: ['head_office'] },
		sealed: { reopen: ['head_office'] }
	};

	it('refuses every step that isn’t in the table, for every state and role', () => {
		let legal = 0;
		for (const state of Object.keys(LEGAL) as State[])
			for (const name of Object.keys(STEPS) as StepName[])
				for (const role of ['hr', 'branch_manager', 'head_office'] as Role[]) {
					const allowed = LEGAL[state][name]?.includes(role) ?? false;
					const found = barred({ state }, name, { name: '某人', role }, '理由');
					expect(found === null, `${state} ${name} ${role}`).toBe(allowed);
					expect(barred({ state }, name, null, '理由')).not.toBeNull();
					expect(barred({ state }, name, { name: '', role }, '理由')).not.toBeNull();
					if (allowed) legal++;
				}
		expect(legal).toBe(13);
		for (const name of ['revise', 'unsign', 'reopen'] as StepName[])
			expect(barred({ state: STEPS[name].from[0]! }, name, name === 'reopen' ? BOSS : HR, ' ')).toBe(
				'reason'
			);
	});

	it('can’t be told otherwise by a log: a step that couldn’t be taken is found by its entry', async () => {
		const skipped = await logOf(
			[step('calculate', { results: 'r' }), HR],
			[step('seal', { hash: 'h' }), BOSS]
		);
		expect(() => lifeOf(skipped, '2026-10')).toThrow('entry 2: seal of 2026-10');
		const wrong = await logOf([step('calculate', { results: 'r' }), BOSS]);
		expect(() => lifeOf(wrong, '2026-10')).toThrow('entry 1');
	});

	it('goes from open to sealed, and reopened becomes the next revision with the old one kept', async () => {
		const bulletin = { number: '202610-1', date: '2026-11-06', plans: [], ranked: [] };
		const events = await logOf(
			[step('calculate', { results: 'r1' }), HR],
			[step('publish', { results: 'r1', bulletin }), HR],
			[step('hear'), HR],
			[step('revise', { results: 'r2', bulletin }, '申诉采纳'), HR],
			[step('sign'), HR],
			[step('seal', { revision: 1, hash: 'h1' }), BOSS],
			[step('reopen', {}, '补录数据'), BOSS]
		);
		const states = events.map((_, i) => lifeOf(events.slice(0, i + 1), '2026-10').state);
		expect(states).toEqual(['calculated', 'published', 'appeals', 'appeals', 'signed', 'sealed', 'open']);
		const life = lifeOf(events, '2026-10');
		expect([life.revision, life.seals.map((s) => [s.revision, s.hash]), life.bulletins]).toEqual([
			2,
			[[1, 'h1']],
			[]
		]);
		expect(lifeOf(events, '2026-09').state).toBe('open');
	});
});

describe('the ledger', () => {
	const base = { month: '2026-10', branch: 'B01', person: null, evidence: '来信, "原文"' };
	const praise: LedgerEntry = { ...base, type: 'merit', date: '2026-10-08', merit: 'letter', points: '1' };
	const audit: LedgerEntry = { ...base, type: 'audit', date: '2026-10-09', points: '8' };
	const correction: LedgerEntry = {
		...base,
		type: 'correction',
		measure: 'service_skill',
		line: 'service_skill',
		unitKind: 'branch',
		unit: 'B01',
		numerator: -1,
		denominator: 0,
		source: '3/26'
	};

	it('is only added to: a reversal takes an entry out of the scores and leaves it in the list', async () => {
		const events = await logOf(
			[{ kind: 'ledger', data: { entry: praise, needsSecond: false } }, HR],
			[{ kind: 'ledger', data: { entry: correction, needsSecond: false } }, HR],
			[{ kind: 'ledger_reversed', reason: '登错分部', data: { month: '2026-10', of: 1 } }, BOSS]
		);
		expect(ledgerOf(events).map((p) => [p.seq, p.counts, p.reversal?.reason])).toEqual([
			[1, false, '登错分部'],
			[2, true, undefined]
		]);
		expect(enteredTables(events)).toEqual([]);
		expect(enteredTables(events.slice(0, 2))[0]!.text).toBe(
			'"merit","date","branch","person","type","evidence"\n"登记#1","2026-10-08","B01","","letter","来信, ""原文"""\n'
		);
		expect(corrections(events).map((p) => p.entry.numerator)).toEqual([-1]);
	});

	it('counts an entry above the limit once a second name confirms it, never the first', async () => {
		const entered: [Entry, Actor] = [{ kind: 'ledger', data: { entry: audit, needsSecond: true } }, HR];
		const [waiting] = ledgerOf(await logOf(entered));
		expect(waiting!.counts).toBe(false);
		expect(confirmBarred(waiting!, { ...HR, role: 'head_office' })).toBe('same');
		expect(confirmBarred(waiting!, null)).toBe('unsigned');
		expect(confirmBarred(waiting!, BOSS)).toBeNull();
		const confirmed: [Entry, Actor] = [{ kind: 'ledger_confirmed', data: { month: '2026-10', of: 1 } }, BOSS];
		const [done] = ledgerOf(await logOf(entered, confirmed));
		expect([done!.counts, confirmBarred(done!, BOSS)]).toEqual([true, 'done']);
		// whoever entered it can't have confirmed it, whatever the log says
		const [forged] = ledgerOf(await logOf(entered, [confirmed[0], HR]));
		expect(forged!.counts).toBe(false);
	});

	it('takes back what two names stood for by two names alone', async () => {
		const of = { month: '2026-10', of: 1 };
		const entered: [Entry, Actor] = [{ kind: 'ledger', data: { entry: audit, needsSecond: true } }, HR];
		const confirm: Entry = { kind: 'ledger_confirmed', data: of };
		const reversal = (needsSecond: boolean): Extract<Entry, { kind: 'ledger_reversed' }> => ({
			kind: 'ledger_reversed',
			reason: '查无此事',
			data: { ...of, needsSecond }
		});
		const stands = await logOf(entered, [confirm, BOSS]);
		expect(refusal(stands, reversal(false), HR)).toBe('state');
		expect(refusal(stands, reversal(true), HR)).toBeNull();
		const asked = await logOf(entered, [confirm, BOSS], [reversal(true), HR]);
		expect(ledgerOf(asked).map((p) => [p.counts, p.waits])).toEqual([[true, 'reversal']]);
		expect(refusal(asked, confirm, HR)).toBe('same');
		expect(refusal(asked, reversal(true), BOSS)).toBe('done');
		const [gone] = ledgerOf(await logOf(entered, [confirm, BOSS], [reversal(true), HR], [confirm, BOSS]));
		expect([gone!.counts, gone!.waits]).toEqual([false, null]);
		// what no second name confirmed yet is withdrawn by one
		expect(refusal(await logOf(entered), reversal(false), HR)).toBeNull();
		const [withdrawn] = ledgerOf(await logOf(entered, [reversal(false), HR], [confirm, BOSS]));
		expect([withdrawn!.counts, withdrawn!.waits]).toEqual([false, null]);
		// the second name can refuse: the entry stands as before
		const keep: Entry = { kind: 'ledger_kept', data: of };
		expect(refusal(stands, keep, BOSS)).toBe('done');
		expect(refusal(asked, keep, BOSS)).toBeNull();
		const kept = await logOf(entered, [confirm, BOSS], [reversal(true), HR], [keep, BOSS]);
		expect(ledgerOf(kept).map((p) => [p.counts, p.waits, p.reversal])).toEqual([[true, null, null]]);
		expect(refusal(kept, reversal(true), HR)).toBeNull();
		// an entry of one month isn't reversed in another
		expect(
			refusal(stands, { ...reversal(true), data: { month: '2026-11', of: 1, needsSecond: true } }, HR)
		).toBe('state');
	});
});

describe('what can be written', () => {
	const MANAGER: Actor = { name: '李强', role: 'branch_manager', branch: 'B08' };
	const entry: LedgerEntry = {
		month: '2026-10',
		branch: 'B08',
		person: null,
		evidence: '',
		type: 'audit',
		date: '2026-10-05',
		points: '2'
	};
	const plan = (name: PlanStep): Entry => ({
		kind: 'plan',
		data: {
			month: '2026-10',
			kind: 'improvement_plan',
			unitKind: 'branch',
			unit: 'B08',
			step: name,
			on: '2026-11-09'
		}
	});
	const to = {
		calculate: [step('calculate', { results: 'r' }), HR],
		publish: [
			step('publish', {
				results: 'r',
				bulletin: {
					number: '1',
					date: '2026-11-06',
					ranked: [],
					plans: [{ kind: 'improvement_plan', unitKind: 'branch', unit: 'B08', rank: 9, due: '2026-11-10' }]
				}
			}),
			HR
		],
		appeal: [
			{
				kind: 'appeal',
				reason: '不是我们',
				data: { month: '2026-10', unitKind: 'branch', unit: 'B08', line: 'x', proposed: '', evidence: '' }
			},
			MANAGER
		],
		hear: [step('hear'), HR],
		sign: [step('sign'), HR],
		seal: [step('seal', { revision: 1, hash: 'h' }), BOSS]
	} satisfies Record<string, [Entry, Actor]>;

	it('is decided in one place, by the state of the month, the role and the name', async () => {
		const published = await logOf(to.calculate, to.publish);
		const appealed = await logOf(to.calculate, to.publish, to.appeal, to.hear);
		const signed = await logOf(to.calculate, to.publish, to.hear, to.sign);
		const sealedLog = await logOf(to.calculate, to.publish, to.hear, to.sign, to.seal);
		const ledger: Entry = { kind: 'ledger', data: { entry, needsSecond: false } };
		const ruling: Entry = {
			kind: 'ruling',
			reason: '属实',
			data: { month: '2026-10', of: 3, result: 'refused' }
		};
		const waive: Entry = { kind: 'waive', reason: '已核实', data: { month: '2026-10', item: 'x' } };
		const cases: [LogEvent[], Entry, Actor | null, string | null][] = [
			[[], ledger, HR, null],
			[[], ledger, null, 'unsigned'],
			[[], ledger, MANAGER, 'role'],
			[signed, ledger, HR, 'state'],
			[sealedLog, ledger, HR, 'state'],
			[signed, waive, HR, null],
			[sealedLog, waive, HR, 'state'],
			[[], { ...waive, reason: '' }, HR, 'reason'],
			[[], to.appeal[0], MANAGER, 'state'],
			[published, to.appeal[0], MANAGER, null],
			[appealed, ruling, BOSS, null],
			[appealed, ruling, MANAGER, 'role'],
			[appealed, ruling, { ...MANAGER, role: 'hr' }, 'same'],
			[await logOf(to.calculate, to.publish, to.appeal, to.hear, [ruling, BOSS]), ruling, BOSS, 'done'],
			[published, plan('hand_in'), MANAGER, null],
			[published, plan('hand_in'), { ...MANAGER, branch: 'B01' }, 'role'],
			[published, plan('accept'), BOSS, 'state'],
			[await logOf(to.calculate, to.publish, [plan('hand_in'), MANAGER]), plan('accept'), MANAGER, 'role'],
			[sealedLog, { kind: 'erase', data: { month: '2026-10', removed: [] } }, BOSS, null],
			[signed, { kind: 'erase', data: { month: '2026-10', removed: [] } }, BOSS, 'state'],
			[sealedLog, { kind: 'erase', data: { month: '2026-10', removed: [] } }, HR, 'role'],
			[[], { kind: 'ledger_reversed', reason: 'x', data: { month: '2026-10', of: 9 } }, HR, 'done'],
			[[], { kind: 'import', data: { added: [], removed: [] } }, null, null]
		];
		for (const [events, given, by, why] of cases)
			expect(refusal(events, given, by), `${given.kind} by ${by?.role ?? 'nobody'}`).toBe(why);
	});

	it('counts the first ruling on an appeal alone', async () => {
		const correction: LedgerEntry = {
			month: '2026-10',
			branch: 'B08',
			person: null,
			evidence: '',
			type: 'correction',
			measure: 'm',
			line: 'x',
			unitKind: 'branch',
			unit: 'B08',
			numerator: -1,
			denominator: 0,
			source: '1/2'
		};
		const ruling: Entry = {
			kind: 'ruling',
			reason: '属实',
			data: { month: '2026-10', of: 3, result: 'accepted', entry: correction }
		};
		const events = await logOf(to.calculate, to.publish, to.appeal, [ruling, BOSS], [ruling, BOSS]);
		expect(corrections(events)).toHaveLength(1);
	});
});

describe('improvement plans', () => {
	it('are opened by the bulletin, keep the first deadline, and go from open to accepted', async () => {
		const owing = (unit: string, due: string) => ({
			kind: 'improvement_plan',
			unitKind: 'branch',
			unit,
			rank: 9,
			due
		});
		const events = await logOf(
			[step('calculate', { results: 'r1' }), HR],
			[
				step('publish', {
					results: 'r1',
					bulletin: { number: '1', date: '2026-11-06', ranked: [], plans: [owing('B08', '2026-11-10')] }
				}),
				HR
			],
			[
				step(
					'revise',
					{
						results: 'r2',
						bulletin: {
							number: '2',
							date: '2026-11-06',
							ranked: [],
							plans: [owing('B08', '2026-11-10'), owing('B09', '2026-11-16')]
						}
					},
					'申诉'
				),
				HR
			],
			...(['hand_in', 'return', 'hand_in', 'accept', 'write'] as const).map((name, i): [Entry, Actor] => [
				{
					kind: 'plan',
					data: {
						month: '2026-10',
						kind: 'improvement_plan',
						unitKind: 'branch',
						unit: 'B08',
						step: name,
						on: `2026-11-${String(8 + i).padStart(2, '0')}`,
						analysis: '缺人'
					}
				},
				BOSS
			])
		);
		const plans = plansOf(events, '2026-10', lifeOf(events, '2026-10').bulletins);
		expect(plans.map((p) => [p.unit, p.due, p.bulletin, p.state])).toEqual([
			['B08', '2026-11-10', '2', 'accepted'],
			['B09', '2026-11-16', '2', 'open']
		]);
		expect(plans[0]!.history.map((h) => h.step)).toEqual(['hand_in', 'return', 'hand_in', 'accept']);
		expect(plans[0]!.handedInOn).toBe('2026-11-10');
	});

	it('follow the latest bulletin, outlive a reopening, and are late again once returned', async () => {
		const owes = (...units: string[]) =>
			units.map((unit, i) => ({
				kind: 'improvement_plan',
				unitKind: 'branch',
				unit,
				rank: 8 + i,
				due: '2026-11-10'
			}));
		const bulletin = (number: string, ...units: string[]) => ({
			bulletin: { number, date: '2026-11-04', plans: owes(...units), ranked: [] }
		});
		const plan = (unit: string, did: PlanStep, on: string): Entry => ({
			kind: 'plan',
			data: { month: '2026-10', kind: 'improvement_plan', unitKind: 'branch', unit, step: did, on }
		});
		const waive: Entry = { kind: 'waive', reason: '已核对', data: { month: '2026-10', item: 'no_rows/B01' } };
		const events = await logOf(
			[waive, HR],
			[step('calculate'), HR],
			[step('publish', bulletin('1', 'B07', 'B08', 'B09')), HR],
			[plan('B08', 'hand_in', '2026-11-06'), HR],
			[plan('B09', 'hand_in', '2026-11-06'), HR],
			[plan('B09', 'return', '2026-11-09'), BOSS],
			// B07 was lifted out of the last three, B08 too, which had handed in already
			[step('revise', bulletin('2', 'B09', 'B10'), '更正'), HR],
			[step('hear'), HR],
			[step('sign'), HR],
			[step('seal', { hash: 'x' }), BOSS],
			[step('reopen', {}, '补录'), BOSS]
		);
		const life = lifeOf(events, '2026-10');
		const plans = plansOf(events, '2026-10', life.issued);
		expect(plans.map((p) => [p.unit, p.owed, p.state, p.handedInOn])).toEqual([
			['B08', false, 'handed_in', '2026-11-06'],
			['B09', true, 'returned', null],
			['B10', true, 'open', null]
		]);
		expect(life.bulletins).toEqual([]);
		expect([...life.waived.keys()]).toEqual(['no_rows/B01']);
		expect(refusal(events, waive, HR)).toBe('done');
		expect(refusal(events, plan('B08', 'accept', '2026-11-12'), BOSS)).toBe('state');
	});
});

describe('a sealed month', () => {
	const document = (month: string, previous: string): Seal => ({
		format: 'kaohe-seal-1',
		month,
		revision: 1,
		previous,
		sealed_at: '2026-11-20T01:00:00.000Z',
		by: BOSS,
		versions: { kaohe: '0' },
		inputs: [
			{ sha256: 'a'.repeat(64), path: '回访.csv', dataset: 'callbacks', records: 3, accepted: 3, rejected: 0 }
		],
		policy: policyWith(),
		units: [],
		lines: [lineRow({ unit: 'B01', points: '24', tier: 2 })],
		totals: [totalRow({ unit: 'B01', total: '85.500000' })],
		rankings: [],
		awards: [],
		followups: [],
		entries: []
	});

	it('is found wherever one of 10,000 bits flips, and the first that is wrong is named', async () => {
		const first = await sealed(document('2026-09', ''));
		const second = await sealed(document('2026-10', first.hash));
		const logged = [
			{ key: '2026-09/1', hash: first.hash },
			{ key: '2026-10/1', hash: second.hash }
		];
		const texts = [first.text, second.text];
		const kept = (): [string, string][] => texts.map((text, i) => [logged[i]!.key, text]);
		expect(await sealFault(kept(), logged)).toBeNull();
		const draw = random(9);
		for (let i = 0; i < 10_000; i++) {
			const which = draw.below(2);
			const bytes = new TextEncoder().encode(texts[which]);
			bytes[draw.below(bytes.length)]! ^= 1 << draw.below(7);
			const seals = kept();
			seals[which]![1] = new TextDecoder().decode(bytes);
			expect((await sealFault(seals, logged))?.key).toBe(logged[which]!.key);
		}
		expect(await sealFault(kept().slice(0, 1), logged)).toEqual({ key: '2026-10/1', fault: 'missing' });
		expect(await sealFault(kept(), logged.slice(0, 1))).toEqual({ key: '2026-10/1', fault: 'unlogged' });
		expect(await sealFault([kept()[1]!], [logged[1]!])).toEqual({ key: '2026-10/1', fault: 'broken_link' });
	});

	it('takes what is said twice in a row once, and lets it be said again once it was taken back', async () => {
		const none: Extract<Entry, { kind: 'none' }> = {
			kind: 'none',
			data: { dataset: 'audits', month: '2026-10' }
		};
		const back: Entry = { ...none, kind: 'none_reversed' };
		const events = await logOf([none, HR]);
		expect(refusal(events, none, BOSS)).toBe('done');
		expect(refusal(events, { ...none, data: { ...none.data, dataset: 'merits' } }, HR)).toBeNull();
		expect(refusal(events, back, HR)).toBeNull();
		expect(refusal(await logOf([none, HR], [back, HR]), none, HR)).toBeNull();
		const year: Extract<Entry, { kind: 'calendar_year' }> = {
			kind: 'calendar_year',
			data: { year: '2027', off: ['2027-01-01'], work: [] }
		};
		expect(refusal(await logOf([year, HR]), year, HR)).toBe('done');
		const other: Entry = { ...year, data: { ...year.data, off: [] } };
		expect(refusal(await logOf([year, HR], [other, HR]), year, HR)).toBeNull();
	});
});
