import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../../../src/lib/record/event';
import { EMPTY_RESULTS, type Results } from '../../../src/lib/sql/rows';
import { contentOf, type HandoverSource } from '../../../src/lib/views/handover/content';
import { handoverName } from '../../../src/lib/views/handover/file-name';
import { policyWith } from '../../support/policy';
import { awardRow, lineRow, rankingRow, totalRow, unitRow } from '../../support/rows';

const MONTHS = ['2026-07', '2026-08', '2026-09'];
const branches = MONTHS.flatMap((month) =>
	['A', 'B'].map((unit) => ({ month, unit_kind: 'branch' as const, unit }))
);
/** P1 is of branch A in July and August, of B from September on. */
const mover = MONTHS.map((month) => ({ month, unit_kind: 'person' as const, unit: 'P1' }));
const results: Results = {
	...EMPTY_RESULTS,
	rules: MONTHS.map((month) => ({ month, policy: 'handbook-1' })),
	units: [
		...branches.map((u) => unitRow({ ...u, name: `分部${u.unit}` })),
		...mover.map((u) => unitRow({ ...u, name: '王五', branch: u.month === '2026-09' ? 'B' : 'A' }))
	],
	totals: [...branches, ...mover].map((u) => totalRow({ ...u, total: '90' })),
	lines: mover.map((u) => lineRow({ ...u, line: 'service_skill' })),
	rankings: [
		...[...branches, ...mover].map((u) =>
			rankingRow({ period: u.month, unit_kind: u.unit_kind, unit: u.unit, rank: 1, total: '90' })
		),
		...['A', 'B'].map((unit) => rankingRow({ period: '2026Q3', unit_kind: 'branch', unit, total: '88' })),
		rankingRow({ period: '2026Q3', unit_kind: 'person', unit: 'P1', total: '87' })
	],
	awards: [awardRow({ period: '2026Q3', unit_kind: 'branch', unit: 'A', amount: '500' })]
};
const appeal = (seq: number, month: string, by: string): LogEvent =>
	({
		...{ seq, at: `${month}-28T00:00:00Z`, by: { name: by, role: 'branch_manager' }, kind: 'appeal' },
		data: {
			...{ month, unitKind: 'person', unit: 'P1', line: 'service_skill' },
			...{ evidence: `证据${month}`, proposed: '少一次' }
		}
	}) as unknown as LogEvent;
const given = (branch: string, more: Partial<HandoverSource> = {}) =>
	contentOf({
		...{
			results,
			branch,
			months: MONTHS,
			rows: [],
			reports: [],
			ahead: [],
			id: 'h',
			made_at: '',
			by: null,
			reply: null
		},
		events: [appeal(1, '2026-07', '甲经理'), appeal(2, '2026-09', '乙经理')],
		policyIn: () => policyWith(),
		appealsUntil: () => null,
		sealOf: () => null,
		...more
	});

describe('what a branch is given', () => {
	it('is of whoever belonged to it in that month, and of nobody before or after', () => {
		const [a, b] = [given('A'), given('B')];
		expect(a.appeals.map((x) => x.month)).toEqual(['2026-07']);
		expect(b.appeals.map((x) => x.month)).toEqual(['2026-09']);
		expect(a.results.lines.map((l) => l.month)).toEqual(['2026-07', '2026-08']);
		expect(b.results.lines.map((l) => l.month)).toEqual(['2026-09']);
		const own = (content: typeof a) =>
			content.ranking.filter((r) => r.own && r.unit_kind === 'person').map((r) => r.period);
		expect(own(a)).toEqual(['2026-07', '2026-08']);
		expect(own(b)).toEqual(['2026-09', '2026Q3']);
		expect(JSON.stringify(b)).not.toContain('证据2026-07');
		expect(JSON.stringify(b)).not.toContain('甲经理');
		expect(JSON.stringify(b)).not.toContain('分部A');
	});

	it('ends with the months handed over: no quarter that goes on after them', () => {
		const july = given('A', { months: ['2026-07'] });
		expect(july.ranking.map((r) => r.period)).not.toContain('2026Q3');
		expect([july.results.awards, july.results.rankings.map((r) => r.period)]).toEqual([
			[],
			['2026-07', '2026-07']
		]);
		expect(given('A').results.awards).toHaveLength(1);
	});

	it('names others’ ranks as the policy lets them be seen', () => {
		const seen = (ranking_seen?: 'own' | 'totals' | 'names') => {
			const policy = policyWith();
			policy.limits = { ...policy.limits!, ...(ranking_seen && { ranking_seen }) };
			return given('A', { policyIn: () => policy })
				.ranking.filter((r) => r.period === '2026-09' && r.unit_kind === 'branch')
				.map((r) => r.name);
		};
		expect(seen()).toEqual(['分部A', null]);
		expect(seen('totals')).toEqual(['分部A', null]);
		expect(seen('names')).toEqual(['分部A', '分部B']);
		expect(seen('own')).toEqual(['分部A']);
	});
});

describe('the name of a file', () => {
	it('is the branch’s code, one of its own', () => {
		expect(handoverName('B01', [])).toBe('B01.kaohe');
		expect(handoverName('A/1', [])).toBe('A_1.kaohe');
		expect(handoverName('A:1', ['A_1.kaohe'])).toBe('A_1-2.kaohe');
		expect(handoverName('b01', ['B01.kaohe'])).toBe('b01-2.kaohe');
	});
});
