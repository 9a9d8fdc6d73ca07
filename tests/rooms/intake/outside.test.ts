import { describe, expect, it } from 'vitest';
import { isOutside } from '../../../src/lib/intake/outside';
import { plain } from '../../../src/lib/intake/plain';
import { Scanner } from '../../../src/lib/intake/scan';
import { noValue } from '../../../src/lib/intake/values';

/** Whether a record of four columns, the first three required, is a total, a signature or a note. */
function outside(text: string, required = [0, 1, 2]): boolean {
	let found = false;
	const scanner = new Scanner(44, 34, (record) => (found = isOutside(record, required)));
	scanner.push(new TextEncoder().encode(`${text}\n`));
	scanner.end();
	return found;
}

describe('a record outside of the data', () => {
	it.each([
		['合计,,,18', true],
		['本月 合计,,,18', true],
		['Total,,,18', true],
		['"共1,204笔",,,', true],
		['制表：王,,审核：李,', true],
		['备注：含补录,,,', true],
		// a merged cell says the same in each of its places
		['合计,合计,合计,18', true],
		['合 计,合计,合　计,18', true],
		['合计,B01,合计,18', true],
		// a complete record is never one, whatever its first cell says
		['合计,B01,P1,18', false],
		// what lacks something and says nothing of the kind is a record that can't be read
		['东湖,,P1,18', false],
		['东湖,东湖,东湖,18', false],
		['T1,,,18', false],
		['20260001,,,合计', false],
		[',,,', false]
	])('%s: %s', (text, is) => expect(outside(text)).toBe(is));
	it('is told by its first word alone where nothing else is required', () => {
		expect([outside('合计,B01,P1,18', [0]), outside('东湖,B01,P1,18', [0])]).toEqual([true, false]);
		// a record that ends before a required cell lacks it
		expect([outside('合计,B01', [0, 1, 3]), outside('合计,B01,x,y', [0, 1, 3])]).toEqual([true, false]);
	});
});

describe('what a person sees of a cell', () => {
	it.each([
		['="007"', '007'],
		['="a""b"', 'a"b'],
		['="007', '="007'],
		['007"', '007"'],
		['="', '="'],
		['=""', ''],
		['"', '"'],
		["'007", '007'],
		["'a'", "'a'"],
		["'", ''],
		['ＡＢ，１', 'AB,1']
	])('%s is %s', (text, seen) => expect(plain(text)).toBe(seen));
	it('keeps Chinese punctuation where it is prose', () => {
		expect(plain('ＡＢ，１！', true)).toBe('AB，1！');
	});
});

describe('a cell of a workbook without a value', () => {
	it.each([
		['#N/A', 'error_cell'],
		['Err:502', 'error_cell'],
		['#1', null],
		['E12', null],
		['Err:5', null],
		['=A1+B2', 'no_result'],
		['=SUM(A1:A9)', 'no_result'],
		['==', null],
		['N/A#', null]
	])('%s is %s', (text, is) => expect(noValue(text)).toBe(is));
});
