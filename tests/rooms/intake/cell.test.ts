import { describe, expect, it } from 'vitest';
import {
	afterSpace,
	beforeSpace,
	hasDamage,
	isBlank,
	isEmptyCell,
	isNoneCell,
	textOf
} from '../../../src/lib/intake/cell';
import { Scanner, type RawRecord } from '../../../src/lib/intake/scan';

const utf8 = new TextEncoder();
const SPACES = [' ', '\t', '\n', '\u00a0', '\u3000', '\ufeff', '\u001f'];
const TEXTS = [
	'x',
	'中',
	'¢',
	'、',
	'！',
	'\u0080',
	'À',
	'é',
	'0',
	'\u2003y',
	'ｘ',
	'\u3001',
	'a b',
	'\u00a1',
	'\u3040',
	'\uff01'
];

/** A text among other bytes, without the spaces at either end. */
function trimmed(text: string): [string, string] {
	const bytes = utf8.encode(`<${text}>`);
	const [start, end] = [1, bytes.length - 1];
	const from = afterSpace(bytes, start, end);
	return [textOf(bytes, from, end), textOf(bytes, from, beforeSpace(bytes, from, end))];
}

describe('the spaces around a cell', () => {
	it('are left out, however many bytes each has, and none within', () => {
		for (const text of TEXTS)
			for (const one of ['', ...SPACES])
				for (const two of ['', ...SPACES])
					for (const behind of [
						'',
						...SPACES.filter((s) => s !== '\ufeff'),
						' \u3000',
						'\u3000\u00a0',
						'\u00a0 '
					]) {
						const all = `${one}${two}${text}${behind}`;
						expect([all, ...trimmed(all)]).toEqual([all, text + behind, text]);
					}
	});
	it('are all of a cell that holds nothing else', () => {
		for (const text of ['', ...SPACES, ' \u3000', '\u00a0\ufeff']) expect(trimmed(text)).toEqual(['', '']);
	});
	it('end where the cell does', () => {
		const bytes = utf8.encode('  x');
		expect(afterSpace(bytes, 0, 1)).toBe(1);
		expect(beforeSpace(utf8.encode('x  '), 2, 3)).toBe(2);
	});
});

describe('a cell that says nothing', () => {
	const isNone = (text: string): boolean => isNoneCell(utf8.encode(text), 0, utf8.encode(text).length);
	it.each(['', '-', '--', '/', '—', 'null', 'NULL'])('%j', (text) => expect(isNone(text)).toBe(true));
	it.each(['0', '---', '//', '-1', 'Null', 'nulls', 'n', 'N', '——', '无', '\u2013'])('is not %j', (text) =>
		expect(isNone(text)).toBe(false)
	);
});

describe('a record', () => {
	const of = <T>(text: string, see: (record: RawRecord) => T): T[] => {
		const found: T[] = [];
		const scanner = new Scanner(44, 34, (record) => found.push(see(record)));
		scanner.push(utf8.encode(text));
		scanner.end();
		return found;
	};
	const empty = (text: string): boolean[] =>
		of(text, (r) => Array.from({ length: r.count }, (_, i) => isEmptyCell(r, i))).flat();
	it('has empty cells where a person sees none', () => {
		expect(empty(`,""," ",\u3000,\u200b,',"=""""",x,0,'a,=1,中,\u00e9`)).toEqual([
			...Array<boolean>(7).fill(true),
			...Array<boolean>(6).fill(false)
		]);
	});
	it('is blank where all are empty and it can be cut', () => {
		expect(of(`, ,\u3000\nx,\n,x\n"`, isBlank)).toEqual([true, false, false, false]);
	});
	it('is damaged where a byte fits no encoding, in any of its cells', () => {
		expect(of('a,b\n\ufffd,b\na,b\ufffd\n\uffff,\uff0b\n\ufffc,x\n', hasDamage)).toEqual([
			false,
			true,
			true,
			false,
			false
		]);
	});
});
