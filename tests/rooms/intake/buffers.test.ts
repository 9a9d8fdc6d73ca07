import { describe, expect, it } from 'vitest';
import { BATCH_ROWS, buffersOf, type Batch } from '../../../src/lib/intake/batch';
import { IntBuilder, TextBuilder, TimeBuilder, WordBuilder } from '../../../src/lib/intake/builders';
import { sha256 } from '../../../src/lib/intake/hash';
import { Lexicon } from '../../../src/lib/intake/lexicon';
import { cellTexts, Scanner } from '../../../src/lib/intake/scan';
import { bytesSource, slices, type ByteSource } from '../../../src/lib/intake/source';
import { survey } from '../../../src/lib/intake/survey';
import { wholeTable } from '../../../src/lib/intake/whole-table';
import { cellAt } from './unchanged/told';

const utf8 = new TextEncoder();

describe('what each distinct word means', () => {
	it('is resolved once, however many there are, and wherever they stand', () => {
		const asked: string[] = [];
		const lexicon = new Lexicon((word) => (asked.push(word), word.toUpperCase()));
		const words = Array.from({ length: 20_000 }, (_, i) => `word ${String((i * 7919) % 9001)}`);
		const bytes = utf8.encode(words.join('|'));
		let at = 0;
		for (const word of words) {
			const entry = lexicon.find(bytes, at, at + word.length);
			expect(lexicon.entries[entry]).toBe(word.toUpperCase());
			at += word.length + 1;
		}
		expect(asked).toHaveLength(new Set(words).size);
		expect(lexicon.entries).toHaveLength(asked.length);
	});
	it('tells words apart that one begins or ends with another', () => {
		const lexicon = new Lexicon((word) => word);
		const found = ['a', 'ab', 'b', '', 'ab', 'a'].map((w) =>
			lexicon.find(utf8.encode(`-${w}-`), 1, 1 + w.length)
		);
		expect(found).toEqual([0, 1, 2, 3, 1, 0]);
	});
});

describe('columns under way', () => {
	const texts = ['', 'a', '中文', 'x'.repeat(48), 'y'.repeat(49), 'z'.repeat(700_000), '末'];
	const put = (builder: TextBuilder): boolean[] =>
		texts.map((text, row) => {
			const bytes = utf8.encode(`<${text}>`);
			return builder.set(row, bytes, 1, bytes.length - 1);
		});
	it('hold texts of any length, and begin anew once taken', () => {
		const builder = new TextBuilder('note');
		expect(put(builder)).toEqual([false, false, false, false, true, true, false]);
		const column = builder.take(texts.length);
		expect(texts.map((_, row) => cellAt(column, row))).toEqual(texts);
		put(builder);
		builder.set(2, utf8.encode('again'), 0, 5);
		builder.setNull(3);
		const again = builder.take(4);
		expect([0, 1, 2, 3].map((row) => cellAt(again, row))).toEqual(['', 'a', 'again', null]);
	});
	it('hold moments of any year, and no value where none is set', () => {
		const times = new TimeBuilder('at');
		const seconds = [0, -1, 1_790_000_000, 4_133_980_799, -2_208_988_800];
		seconds.forEach((s, row) => times.set(row, s));
		const column = times.take(6);
		expect(seconds.map((_, row) => (column as { seconds: BigInt64Array }).seconds[row])).toEqual(
			seconds.map(BigInt)
		);
		expect(cellAt(column, 5)).toBe(null);
		const days = new IntBuilder('on', 'date');
		for (let row = 0; row < 9; row++) days.set(row, row * 400);
		days.setNull(7);
		const taken = days.take(9);
		expect(Array.from({ length: 9 }, (_, row) => cellAt(taken, row)).at(7)).toBe(null);
		expect(cellAt(taken, 8)).toBe('1978-10-06');
	});
	it('hold a whole batch of moments', () => {
		const times = new TimeBuilder('at');
		for (let row = 0; row < BATCH_ROWS; row++) times.set(row, 1_790_000_000 + row);
		const { seconds } = times.take(BATCH_ROWS) as unknown as { seconds: BigInt64Array };
		const wrong = seconds.findIndex((s, row) => s !== BigInt(1_790_000_000 + row));
		expect([seconds.length, wrong]).toEqual([BATCH_ROWS, -1]);
	});
	it('are handed over with all their buffers', () => {
		const word = new WordBuilder('word', () => ['a']);
		word.set(0, 0);
		const text = new TextBuilder('text');
		text.set(0, utf8.encode('x'), 0, 1);
		const batch: Batch = { relation: 'r', rows: 1, columns: [word.take(1), text.take(1)] };
		expect(buffersOf(batch)).toHaveLength(5);
	});
});

describe('records', () => {
	const scanned = (text: string, sizes: number[] = []): string[] => {
		const found: string[] = [];
		const scanner = new Scanner(44, 34, (r) =>
			found.push(
				`${String(r.line)} ${r.fault ?? ''} ${String(r.count)} ${cellTexts(r).join('|').slice(0, 40)}`
			)
		);
		const bytes = utf8.encode(text);
		let at = 0;
		for (const size of sizes) scanner.push(bytes.slice(at, (at += size)));
		scanner.push(bytes.slice(at));
		scanner.end();
		return [...found, `lines ${String(scanner.line - 1)}`];
	};
	it('may have any number of cells', () => {
		for (const n of [63, 64, 65, 128, 129, 1000]) {
			const cells = Array.from({ length: n }, (_, i) => (i % 7 === 0 ? '"a""b"' : String(i)));
			const found: string[][] = [];
			const scanner = new Scanner(44, 34, (r) => found.push(cellTexts(r)));
			scanner.push(utf8.encode(`${cells.join(',')}\n`));
			scanner.end();
			expect(found).toEqual([cells.map((c) => (c.startsWith('"') ? 'a"b' : c))]);
		}
	});
	it('are none where they are longer than a megabyte, and go on with the next line, however the text comes', () => {
		const most = 1 << 20;
		const x = (n: number): string => 'x'.repeat(n);
		const head = x(40);
		const cases: [string, string[]][] = [
			[`a,b\n${x(most)}\nc,d\n`, ['1  2 a|b', `2  1 ${head}`, '3  2 c|d', 'lines 3']],
			[`a,b\n${x(most + 1)}\nc,d\n`, ['1  2 a|b', `2 long 1 ${head}`, '3  2 c|d', 'lines 3']],
			[`a\r\n${x(most)}\r\nc`, ['1  1 a', `2  1 ${head}`, '3  1 c', 'lines 3']],
			[`a\r\n${x(most + 1)}\r\nc`, ['1  1 a', `2 long 1 ${head}`, '3  1 c', 'lines 3']],
			[`${x(most - 2)},1\nc`, [`1  2 ${head}`, '2  1 c', 'lines 2']],
			[`${x(most - 1)},1\nc`, [`1 long 1 ${head}`, '2  1 c', 'lines 2']],
			[x(most), [`1  1 ${head}`, 'lines 1']],
			[x(most + 1), [`1 long 1 ${head}`, 'lines 1']],
			[`${x(most + 1)}\r`, [`1 long 1 ${head}`, 'lines 1']],
			[`${x(most + 1)}\ry`, [`1 long 1 ${head}`, '2  1 y', 'lines 2']],
			[`"q\n${x(most)}"\nc`, ['1 quote 1 "q', `2 long 1 ${head}`, '3  1 c', 'lines 3']]
		];
		for (const [text, expected] of cases)
			for (const sizes of [
				[],
				[3],
				[most],
				[most + 1],
				[3, most + 1],
				[3, most + 2],
				[3, most + 2, 1, 1],
				[10, most, 1]
			])
				expect([text.length, sizes, scanned(text, sizes)]).toEqual([text.length, sizes, expected]);
		const many = `"${'y\n'.repeat(1 << 19)}`;
		expect(scanned(`${many}\nc`).length).toBe((1 << 19) + 3);
	});
});

describe('the bytes of a file', () => {
	const MEGABYTE = 1 << 20;
	const bytes = new Uint8Array(6 * MEGABYTE + 5).map((_, i) => i % 251);
	it('come in slices of a megabyte, from wherever one asks', async () => {
		for (const from of [0, 3, 5 * MEGABYTE, bytes.length]) {
			const sizes: number[] = [];
			let at = from;
			for await (const slice of slices(bytesSource('x', bytes), from)) {
				sizes.push(slice.length);
				expect(slice[0]).toBe(bytes[at]);
				at += slice.length;
			}
			expect(at).toBe(bytes.length);
			expect(sizes.slice(0, -1).every((size) => size === MEGABYTE)).toBe(true);
		}
	});
	it('are asked for ahead, none twice', async () => {
		const asked: [number, number][] = [];
		const source: ByteSource = {
			path: 'x',
			size: bytes.length,
			slice(from, to) {
				asked.push([from, to]);
				return Promise.resolve(bytes.subarray(from, to));
			}
		};
		const coming = slices(source);
		await coming.next();
		expect(asked).toHaveLength(5);
		for await (const _ of coming);
		expect(asked.map(([from]) => from / MEGABYTE)).toEqual([0, 1, 2, 3, 4, 5, 6]);
		expect(asked.at(-1)![1]).toBe(bytes.length);
	});
	it('that can’t be had throw where they are used', async () => {
		const source: ByteSource = {
			path: 'x',
			size: bytes.length,
			slice: (from, to) =>
				from === 0 ? Promise.resolve(bytes.subarray(from, to)) : Promise.reject(new Error('gone'))
		};
		const coming = slices(source);
		expect((await coming.next()).value).toHaveLength(MEGABYTE);
		await expect(coming.next()).rejects.toThrow('gone');
	});
	it('have one hash, as text or bytes', async () => {
		const known = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
		expect([await sha256('abc'), await sha256(utf8.encode('abc'))]).toEqual([known, known]);
	});
	it('are a table of texts, whatever they mean', async () => {
		const { tables } = await survey(bytesSource('x.csv', utf8.encode('标题\na,"b\nc"\n\n1,2')));
		expect(await wholeTable(tables[0]!)).toEqual([['标题'], ['a', 'b\nc'], [''], ['1', '2']]);
	});
});
