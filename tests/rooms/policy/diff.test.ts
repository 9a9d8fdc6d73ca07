import { describe, expect, it } from 'vitest';
import { changedReadings, comparePolicies } from '../../../src/lib/policy/diff';
import { message } from '../../../src/lib/language/messages';
import { changeText } from '../../../src/lib/policy/diff-text';
import type { Policy } from '../../../src/lib/policy/schema';
import { policyWith } from '../../support/policy';

const changed = (change: (policy: Policy) => void): Policy => {
	const policy = structuredClone(policyWith());
	change(policy);
	return policy;
};
const said = (change: (policy: Policy) => void): string[] =>
	comparePolicies(policyWith(), changed(change)).map(
		({ path, was, is }) => `${path.join('/')}: ${String(was)} → ${String(is)}`
	);

describe('what two versions of the rules differ in', () => {
	it('is told by where it stands, a list’s entries by what names them', () => {
		expect(said(() => {})).toEqual([]);
		expect(
			said((p) => {
				p.scorecards[0]!.lines[0]!.weight = '29';
				p.merits[1]!.points = '3';
			})
		).toEqual([
			'scorecards/service_staff/lines/service_skill/weight: 30 → 29',
			'merits/department_praise/points: 2 → 3'
		]);
		expect(said((p) => (p.readings['tie_rule']!.choice = 'dense'))).toEqual([
			'readings/tie_rule/choice: competition → dense'
		]);
	});

	it('is nothing where an entry moved, and an entry where one came or went', () => {
		expect(said((p) => p.scorecards[0]!.lines.reverse())).toEqual([]);
		expect(said((p) => p.merits.shift())).toEqual([
			`merits/letter: ${JSON.stringify(policyWith().merits[0])} → null`
		]);
		expect(said((p) => (p.merits = [{ ...p.merits[0]!, type: 'own' }, ...p.merits]))).toEqual([
			`merits/own: null → ${JSON.stringify({ ...policyWith().merits[0]!, type: 'own' })}`
		]);
	});

	it('is told by places where names are not distinct, or entries have none', () => {
		const from = (...source: string[]) => changed((p) => (p.scorecards[0]!.lines[1]!.source = source));
		expect(comparePolicies(from('tickets', 'calls'), from('tickets', 'fees'))).toEqual([
			{
				path: ['scorecards', 'service_staff', 'lines', 'complaint_resolution', 'source', '2'],
				was: 'calls',
				is: 'fees'
			}
		]);
		const twice = (p: Policy): unknown => (p.merits = [p.merits[0]!, p.merits[0]!]);
		expect(said(twice)[0]).toMatch(/^merits\//);
	});

	it('is told of what was left open, and of entries that are nothing or have no name', () => {
		const target = (value: string | null) => changed((p) => (p.scorecards[1]!.lines[0]!.target = value));
		expect(comparePolicies(target(null), target('95')).map(({ was, is }) => [was, is])).toEqual([
			['null', '95']
		]);
		const from = (...source: unknown[]) =>
			changed((p) => Object.assign(p.scorecards[0]!.lines[1]!, { source }));
		expect(
			comparePolicies(from(null, { of: 1 }, { of: 2 }), from('fees', { of: 1 }, { of: 3 })).map(
				({ path, was, is }) => [...path.slice(4), was, is]
			)
		).toEqual([
			['source', '1', 'null', 'fees'],
			['source', '3', 'of', '2', '3']
		]);
		expect(comparePolicies(from({ of: 1 }), from({ of: 2 })).map(({ path }) => path.slice(4))).toEqual([
			['source', '1', 'of']
		]);
	});

	it('leaves out what only says which version it is', () => {
		expect(
			said((p) =>
				Object.assign(p, { policy: 'x', in_force_from: '2030-01', author: 'y', reason: 'z', $schema: 's' })
			)
		).toEqual([]);
	});

	it('names the readings that differ, and those that one of them lacks', () => {
		const other = changed((p) => {
			p.readings['tie_rule']!.choice = 'dense';
			delete p.readings['unit'];
		});
		expect(changedReadings(policyWith(), other).sort()).toEqual(['tie_rule', 'unit']);
		expect(changedReadings(other, policyWith()).sort()).toEqual(['tie_rule', 'unit']);
	});

	it('tells what came or went as a whole in words', () => {
		const without = changed((p) => p.scorecards[0]!.lines.shift());
		for (const lang of ['zh', 'en'] as const) {
			const [change, ...others] = comparePolicies(without, policyWith());
			expect(others).toEqual([]);
			const { was, is } = changeText(lang, change!, without, policyWith());
			expect(was).toBe(message(lang, 'compare.absent'));
			expect(is).not.toMatch(/[{}[\]"]|\bnull\b/);
			expect(is).toContain(policyWith().scorecards[0]!.lines[0]!.title[lang]);
		}
	});
});
