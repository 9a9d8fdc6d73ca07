import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Bomb, Locked, membersOf } from '../../../src/lib/intake/archive';
import { formatOf } from '../../../src/lib/intake/formats';
import { unpacked } from '../../../src/lib/intake/handed';
import { bytesSource } from '../../../src/lib/intake/source';

const MEGABYTE = 2 ** 20;
const MOST = 2 ** 31 - 1;

/** An archive whose directory says other sizes of its members than they have, as bombs do. */
function claiming(sizes: { packed: number; size: number }[]): Uint8Array {
	const bytes = zipSync(Object.fromEntries(sizes.map((_, i) => [`${String(i)}.csv`, strToU8('x')])), {
		level: 0
	});
	const view = new DataView(bytes.buffer);
	let at = 0;
	for (const { packed, size } of sizes) {
		while (view.getUint32(at, true) !== 0x02014b50) at++;
		view.setUint32(at + 20, packed, true);
		view.setUint32(at + 24, size, true);
		at += 46;
	}
	return bytes;
}
const names = (bytes: Uint8Array): string[] => membersOf(bytes).map((m) => m.path);

describe('the members of an archive', () => {
	it('are its files, without folders', () => {
		expect(
			names(
				zipSync({
					'一/': new Uint8Array(0),
					'一/a.csv': strToU8('1'),
					'b\\c.csv': strToU8('2'),
					'../../d.csv': strToU8('3'),
					'.//e.csv': strToU8('4')
				})
			)
		).toEqual(['一/a.csv', 'b/c.csv', 'd.csv', 'e.csv']);
	});
	it('are named as Chinese Windows names them where no other name is said', () => {
		// 工单 in GB18030, and in UTF-8 without the archive's saying so
		const named = (...bytes: number[]): string[] => {
			const name = [...bytes, ...strToU8('.csv')];
			const plain = zipSync({ [String.fromCharCode(...name.map(() => 65))]: strToU8('x') });
			for (let at = 0; at + name.length <= plain.length; at++)
				if (name.every((_, i) => plain[at + i] === 65)) plain.set(name, at);
			return names(plain);
		};
		expect(named(0xb9, 0xa4, 0xb5, 0xa5)).toEqual(['工单.csv']);
		expect(named(0xe5, 0xb7, 0xa5)).toEqual(['工.csv']);
		expect(named(0x80)).toEqual(['€.csv']);
		expect(named(0xff, 0xff)).toEqual(['ÿÿ.csv']);
	});
	it('are no more than two thousand', () => {
		const many = (n: number): Uint8Array =>
			zipSync(Object.fromEntries(Array.from({ length: n }, (_, i) => [String(i), new Uint8Array(0)])), {
				level: 0
			});
		expect(names(many(2000))).toHaveLength(2000);
		expect(() => membersOf(many(2001))).toThrow(new Bomb('2001 files, 0 bytes'));
	});
	it('are no more than two gigabytes together', () => {
		expect(names(claiming([{ packed: MOST, size: MOST }]))).toHaveLength(1);
		expect(() =>
			membersOf(
				claiming([
					{ packed: MOST, size: MOST },
					{ packed: 1, size: 1 }
				])
			)
		).toThrow(new Bomb(`2 files, ${String(MOST + 1)} bytes`));
	});
	it('are packed no more than a thousandfold, where they are large', () => {
		const large = Math.ceil(MEGABYTE / 1000) * 1000;
		expect(names(claiming([{ packed: 1, size: MEGABYTE }]))).toHaveLength(1);
		expect(names(claiming([{ packed: large / 1000, size: large }]))).toHaveLength(1);
		expect(() => membersOf(claiming([{ packed: large / 1000, size: large + 1 }]))).toThrow(
			new Bomb(`0.csv: ${String(large + 1)} bytes in ${String(large / 1000)}`)
		);
		expect(() => membersOf(claiming([{ packed: 1, size: MEGABYTE + 1 }]))).toThrow(Bomb);
	});
	it('are locked or not as the first says, and no two have one name', () => {
		const zip = zipSync({ 'a.csv': strToU8('1'), 'b.csv': strToU8('2') });
		const locked = zip.slice();
		locked[6] = locked[6]! | 1;
		expect(() => membersOf(locked)).toThrow(Locked);
		expect(() => membersOf(Uint8Array.of(1, 1, 1, 1, 1, 1, 1, 1))).not.toThrow(Locked);
		for (let at = 0; at < zip.length; at++) if (zip[at] === 0x62 && zip[at + 1] === 0x2e) zip[at] = 0x61;
		expect(() => membersOf(zip)).toThrow(new Bomb('two files of one name'));
	});
});

describe('an archive that is handed over', () => {
	const zip = (files: Record<string, Uint8Array>): Uint8Array => zipSync(files);
	it('gives its files by their paths, archives in it opened once more, and no third time', async () => {
		const third = zip({ 'd.csv': strToU8('1') });
		const bytes = zip({
			'a.csv': strToU8('1'),
			'in.zip': zip({ 'b.csv': strToU8('2'), 'third.zip': third })
		});
		const found = (await unpacked(bytesSource('x.zip', bytes)))!;
		expect(found.map((f) => f.path)).toEqual(['x.zip/a.csv', 'x.zip/in.zip/b.csv', 'x.zip/in.zip/third.zip']);
	});
	it('is no archive where it is empty, or anything else', async () => {
		expect(await unpacked(bytesSource('x.zip', new Uint8Array(0)))).toBe(null);
		expect(await unpacked(bytesSource('x.csv', strToU8('a,b')))).toBe(null);
	});
	it('says why it isn’t opened', async () => {
		const whole = zip({ 'a.csv': strToU8('12345678901234567890') });
		const twice = claiming([{ packed: 1, size: MEGABYTE * 2 }]);
		await expect(unpacked(bytesSource('x.zip', twice))).rejects.toMatchObject({
			code: 'bomb',
			detail: `0.csv: ${String(MEGABYTE * 2)} bytes in 1`
		});
		const locked = whole.slice();
		locked[6] = locked[6]! | 1;
		await expect(unpacked(bytesSource('x.zip', locked))).rejects.toMatchObject({ code: 'archive_password' });
		const within = zip({ 'in.zip': locked });
		await expect(unpacked(bytesSource('x.zip', within))).rejects.toMatchObject({ code: 'archive_password' });
		const damaged = zip({ 'a.csv': strToU8('abcdefgh'.repeat(200)) });
		damaged.fill(0xff, 36, 46);
		await expect(unpacked(bytesSource('x.zip', damaged))).rejects.toMatchObject({ code: 'zip_damaged' });
	});
});

describe('what a package is, by the names in it', () => {
	const format = (names: string[], content = ''): Promise<string> => {
		const bytes = zipSync(Object.fromEntries(names.map((n) => [n, strToU8(content)])));
		return Promise.resolve(formatOf(bytes.slice(0, 4096), () => Promise.resolve(bytes)));
	};
	it.each([
		[['xl/workbook.bin', 'xl/workbook.xml'], 'xlsb'],
		[['[Content_Types].xml', 'xl/workbook.xml'], 'xlsx'],
		[['XL/Workbook.xml'], 'xlsx'],
		[['a/xl/workbook.bin'], 'archive'],
		[['xl/workbook.bin.bak', 'xl/workbook.xml.bak'], 'archive'],
		[['a/word/document.xml', 'a/ppt/presentation.xml'], 'archive'],
		[['word/document.xml.rels', 'ppt/presentation.xml.rels'], 'archive'],
		[['a/Index.zip', 'Index.zip.x', 'a/mimetype', 'a/content.xml'], 'archive'],
		[['mimetype.x', 'content.xml'], 'archive'],
		[['mimetype', 'content.xml.x'], 'archive'],
		[['a/[Content_Types].xml', '[Content_Types].xml.x'], 'archive'],
		[['[Content_Types].xml', 'a/xl/b.xml'], 'document'],
		[['a/xl/workbook.xml'], 'archive'],
		[['word/document.xml'], 'document'],
		[['ppt/presentation.xml'], 'slides'],
		[['Index.zip'], 'numbers'],
		[['Index/Document.iwa'], 'numbers'],
		[['Index/a.csv'], 'archive'],
		[['[Content_Types].xml', 'xl/sheet.xml'], 'xlsx'],
		[['[Content_Types].xml', 'docx.xml'], 'document'],
		[['mimetype', 'a.csv'], 'archive'],
		[['content.xml'], 'archive'],
		[['a.csv'], 'archive']
	])('%j is %s', async (names, expected) => expect(await format(names)).toBe(expected));
	it('looks no further than ten thousand names', async () => {
		const many = (n: number): string[] => Array.from({ length: n }, (_, i) => String(i));
		expect(await format([...many(9999), 'xl/workbook.xml'])).toBe('xlsx');
		expect(await format([...many(10_000), 'xl/workbook.xml'])).toBe('archive');
	});
	it('tells OpenDocument by its mimetype', async () => {
		const both = ['mimetype', 'content.xml'];
		expect(await format(both, 'application/vnd.oasis.opendocument.spreadsheet')).toBe('ods');
		expect(await format(both, 'application/vnd.oasis.opendocument.text')).toBe('document');
	});
	it('is damaged where there are none, or no directory', async () => {
		expect(await format([])).toBe('zip_damaged');
		const cut = zipSync({ 'a.csv': strToU8('1') }).slice(0, 40);
		expect(await formatOf(cut, () => Promise.resolve(cut))).toBe('zip_damaged');
	});
	it.each([
		[[0xd0, 0xcf, 0x11, 0xe0], 'ole'],
		[[0xff, 0xd8, 0xff], 'image'],
		[[0x89, 0x50, 0x4e, 0x47], 'image'],
		[[...strToU8('GIF89a')], 'image'],
		[[...strToU8('RIFF0000WEBP')], 'image'],
		[[...strToU8('RIFF0000AVI ')], 'text'],
		[[...strToU8('BM0000'), 0, 0], 'image'],
		[[...strToU8('BM0000'), 0, 1], 'text'],
		[[...strToU8('BM编号,分部')], 'text'],
		[[0, 0, 0, 1, ...strToU8('ftypheic')], 'image'],
		[[0, 0, 0, 1, ...strToU8('ftypx')], 'image'],
		[[...strToU8('abcdfty,')], 'text'],
		[[...strToU8('%PDF-1')], 'pdf'],
		[[0x1f, 0x8b, 8], 'gzip'],
		[[...strToU8('Rar!')], 'rar'],
		[[0x37, 0x7a, 0xbc, 0xaf], 'rar'],
		[[...strToU8('PAR1')], 'parquet'],
		[[9, 0, 4, 0], 'old_excel'],
		[[9, 2, 6, 0], 'old_excel'],
		[[9, 4, 8, 0], 'old_excel'],
		[[9, 8, 8, 0], 'old_excel'],
		[[9, 8, 9, 0], 'text'],
		[[9, 1, 4, 0], 'text'],
		[[9, 8, 4, 1], 'text'],
		[[8, 8, 4, 0], 'text']
	])('bytes %j are %s', async (bytes, expected) =>
		expect(await formatOf(Uint8Array.from(bytes), () => Promise.reject(new Error('no')))).toBe(expected)
	);
});
