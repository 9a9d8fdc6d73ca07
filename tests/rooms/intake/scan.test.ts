import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { Counter } from '../../../src/lib/intake/count';
import { cellTexts, Scanner } from '../../../src/lib/intake/scan';
import { Utf8Check } from '../../../src/lib/intake/utf8';

interface Seen {
	cells: string[];
	line: number;
	fault: string | null;
}

/** Scans a text handed over in pieces of the given sizes. */
function scan(text: string, delimiter = ',', sizes: number[] = []): { records: Seen[]; lines: number } {
	const records: Seen[] = [];
	const scanner = new Scanner(delimiter.charCodeAt(0), 34, (r) =>
		records.push({ cells: cellTexts(r), line: r.line, fault: r.fault })
	);
	const bytes = new TextEncoder().encode(text);
	let at = 0;
	for (const size of sizes) {
		scanner.push(bytes.slice(at, at + size));
		at += size;
	}
	scanner.push(bytes.slice(at));
	scanner.end();
	return { records, lines: scanner.line - 1 };
}

const cell = fc.oneof(
	fc.constantFrom(
		'',
		'a',
		'1',
		'中文',
		' x ',
		'he said "yes"',
		'two\nlines',
		'two\r\nlines',
		'a,b',
		'"',
		'😀',
		'=1+1'
	),
	fc.string({ maxLength: 6 }).filter((s) => !s.includes('\r') && !s.includes('\0'))
);
const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const sizes = fc.array(fc.integer({ min: 0, max: 7 }), { maxLength: 30 });

describe('scanner', () => {
	it('reads what PapaParse writes, whatever the chunks, delimiter and newline', () => {
		fc.assert(
			fc.property(
				table,
				fc.constantFrom(',', ';', '\t', '|'),
				fc.constantFrom('\n', '\r\n'),
				sizes,
				(rows, delimiter, newline, cut) => {
					const text = Papa.unparse(rows, { delimiter, newline }) + newline;
					const { records } = scan(text, delimiter, cut);
					expect(records.map((r) => r.cells)).toEqual(rows);
					expect(records.every((r) => r.fault === null)).toBe(true);
				}
			),
			{ numRuns: 500 }
		);
	});

	it('loses no line and agrees with the counter on any text at all', () => {
		const text = fc
			.array(fc.constantFrom('a', ',', '"', '\n', '\r\n', '\r', '中', ' '), { maxLength: 60 })
			.map((p) => p.join(''));
		fc.assert(
			fc.property(text, sizes, (raw, cut) => {
				const { records, lines } = scan(raw, ',', cut);
				const counter = new Counter(44, 34);
				counter.push(new TextEncoder().encode(raw));
				counter.end();
				expect(lines).toBe(counter.lines);
				expect(records).toEqual(scan(raw).records);
				const starts = records.map((r) => r.line);
				expect([...starts].sort((a, b) => a - b)).toEqual(starts);
				if (records.every((r) => r.fault === null)) expect(records.length).toBe(counter.records);
			}),
			{ numRuns: 2000 }
		);
	});

	it('keeps an unclosed quote to its own line', () => {
		const { records } = scan('id,name\n1,"open\n2,fine\n3,"closed"\n4,"x" y\n5,ok\n');
		expect(records.map((r) => r.fault)).toEqual([null, 'quote', null, null, 'quote', null]);
		expect(records[2]!.cells).toEqual(['2', 'fine']);
	});

	it('sets a line of more than 1 MiB aside and goes on after it', () => {
		const { records } = scan(`a,b\n${'x'.repeat(3_000_000)}\n1,2\n`, ',', [1_048_576, 1_048_576]);
		expect(records.map((r) => r.fault)).toEqual([null, 'long', null]);
		expect(records[2]).toEqual({ cells: ['1', '2'], line: 3, fault: null });
	});
});

describe('Utf8Check', () => {
	const strict = (bytes: Uint8Array): boolean => {
		try {
			new TextDecoder('utf-8', { fatal: true }).decode(bytes);
			return true;
		} catch {
			return false;
		}
	};
	const edges = fc.constantFrom(
		0x41,
		0x7f,
		0x80,
		0x8f,
		0x90,
		0x9f,
		0xa0,
		0xbf,
		0xc1,
		0xc2,
		0xdf,
		0xe0,
		0xed,
		0xef,
		0xf0,
		0xf4,
		0xf5,
		0xff
	);
	const bytes = fc.oneof(
		fc.array(edges, { maxLength: 6 }).map((list) => Uint8Array.from(list)),
		fc.string({ unit: 'binary', maxLength: 8 }).map((text) => new TextEncoder().encode(text)),
		fc.uint8Array({ maxLength: 8 })
	);

	it('agrees with the strict decoder on any bytes in any split', () => {
		fc.assert(
			fc.property(bytes, fc.nat(8), (all, cut) => {
				const check = new Utf8Check();
				check.push(all.subarray(0, cut));
				check.push(all.subarray(cut));
				expect(check.whole).toBe(strict(all));
			}),
			{ numRuns: 20_000 }
		);
	});
});

describe('a record without an end', () => {
	const MAX = 1 << 20;
	it('is one faulty line, of which the beginning is kept; what follows is read', () => {
		const { records } = scan(`h,i\n"a,${'x'.repeat(5000)}\nb,c\n`);
		expect(records.map(({ cells, line, fault }) => [cells[0]!.length, line, fault])).toEqual([
			[1, 1, null],
			[4096, 2, 'quote'],
			[1, 3, null]
		]);
	});
	it('is a faulty line also where more follows than a record may have', () => {
		const rest = 'b,c\n'.repeat(Math.ceil(MAX / 4) + 10);
		const { records } = scan(`h,i\n"a\n${rest}`);
		expect(records.slice(0, 3).map(({ cells, line, fault }) => [cells.length, line, fault])).toEqual([
			[2, 1, null],
			[1, 2, 'quote'],
			[2, 3, null]
		]);
		expect(records).toHaveLength(2 + rest.length / 4);
	});
	it('is too long where its line has no end either', () => {
		const { records } = scan(`h,i\n"${'x'.repeat(MAX + 10)}`, ',', [1000, MAX]);
		expect(records.map(({ cells, line, fault }) => [cells.length, line, fault])).toEqual([
			[2, 1, null],
			[1, 2, 'long']
		]);
		expect(scan(`h,i\n"${'x'.repeat(100)}`).records.map((r) => r.fault)).toEqual([null, 'quote']);
	});
});
