import { describe, expect, it } from 'vitest';
import { EPOCH_1900, valueText } from '../../../src/lib/intake/books/shown';
import { outstanding } from '../../../src/lib/intake/answers';
import { formatOf } from '../../../src/lib/intake/formats';
import { tellLegacy, type Legacy } from '../../../src/lib/intake/legacy';

const whole = (): Promise<Uint8Array> => Promise.reject(new Error('no text needs the whole file'));
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what a text file is, by how it begins', () => {
	it.each([
		['ID;PWXL;N;E', 'sylk'],
		['\r\n ID;PWXL;N;E', 'sylk'],
		['列 ID;P', 'text'],
		['MIME-Version: 1.0\r\nX', 'mhtml'],
		['mime-version: 1.0\nX', 'mhtml'],
		['说明\nMIME-Version: 1.0', 'text'],
		['From: <Saved by>\r\nMIME-Version: 1.0', 'mhtml'],
		['From: <Saved by>\nSubject: x\nDate: y\nMIME-Version: 1.0', 'mhtml'],
		['From: <Saved by>\r\nSubject: x\r\n\r\nMIME-Version: 1.0', 'mhtml'],
		['To: x\nFrom: y\nMIME-Version: 1.0', 'text'],
		['From: y,MIME-Version: 1.0', 'text'],
		['{\\rtf1\\ansi', 'rtf'],
		['列{\\rtf1', 'text'],
		['<Workbook xmlns="x">', 'spreadsheetml'],
		['<ss:Workbook xmlns:ss="x">', 'spreadsheetml'],
		['<?xml version="1.0"?><Workbook>', 'spreadsheetml'],
		['<?xml version="1.0"?>\r\n<Workbook>', 'spreadsheetml'],
		['<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>', 'spreadsheetml'],
		['<?mso-application progid="Excel.Sheet"?><Workbook>', 'spreadsheetml'],
		['<?xml version="1.0"?>\n<!-- made\nby hand -->\n<Workbook>', 'spreadsheetml'],
		['<!----><Workbook>', 'spreadsheetml'],
		['列<Workbook>', 'text'],
		['<Workbooks>', 'text'],
		['<table><tr>', 'html'],
		['<TABLE border=1>', 'html'],
		['<!DOCTYPE  html>', 'html'],
		['<?xml version="1.0" encoding="UTF-8"?>\n\n<html>', 'html'],
		['<?xml?><html>', 'html'],
		['<!-- a -->\n<!-- b\nc --> <table>', 'html'],
		['<!----><table>', 'html'],
		['<?xml version="1.0"?><!-- a --><div>', 'html'],
		['工单,<table>', 'text'],
		['<tablet>,1', 'text'],
		['<a>,1', 'text']
	])('%j is %s', (text, format) => expect(formatOf(utf8(text), whole)).toBe(format));
	it('reads either order of bytes', () => {
		const le = Uint8Array.from([0xff, 0xfe, ...[...'<table>'].flatMap((c) => [c.charCodeAt(0), 0])]);
		const be = Uint8Array.from([0xfe, 0xff, ...[...'<table>'].flatMap((c) => [0, c.charCodeAt(0)])]);
		expect([formatOf(le, whole), formatOf(be, whole)]).toEqual(['html', 'html']);
	});
});

/** The bytes of each character of a two-byte encoding. */
function encoder(encoding: Legacy): (text: string) => number[] {
	const codes = new Map<string, number[]>();
	const decoder = new TextDecoder(encoding);
	for (let lead = 0x81; lead < 0xff; lead++)
		for (let trail = 0x40; trail < 0xff; trail++) {
			const char = decoder.decode(Uint8Array.of(lead, trail));
			if ([...char].length === 1 && char !== '\ufffd' && !codes.has(char)) codes.set(char, [lead, trail]);
		}
	return (text) => [...text].flatMap((c) => codes.get(c) ?? [c.charCodeAt(0)]);
}
const [gb, korean, big5] = (['gb18030', 'euc-kr', 'big5'] as const).map(encoder) as [
	(text: string) => number[],
	(text: string) => number[],
	(text: string) => number[]
];
const told = (...bytes: number[][]): ReturnType<typeof tellLegacy> =>
	tellLegacy(Uint8Array.from(bytes.flat()));

const HANGUL = '가나다라마바사아자차카타파하고노도로모보소오조초';
const TRADITIONAL = '電話記錄業務處理時間開始結束姓名滿意說明';

describe('what bytes of a mark-less file are', () => {
	it('is Korean where all would be Hangul and there are enough of them: then a person is asked', () => {
		expect(told(korean(HANGUL))).toEqual({ encoding: 'euc-kr', sure: false });
		expect(told(korean(HANGUL.slice(0, 12)))?.sure).toBe(false);
		// so few could be Chinese as well, which the handbook's exports are
		expect(told(korean(HANGUL.slice(0, 11)))).toEqual({ encoding: 'gb18030', sure: true });
	});
	it('takes one rare character in fifty for Chinese, one in a hundred not', () => {
		const often = (n: number): number[] => korean(HANGUL.repeat(5).slice(0, n));
		const rare = [0xcf, 0xf3];
		expect(told(often(49), rare)).toEqual({ encoding: 'gb18030', sure: true });
		expect(told(often(99), rare)?.sure).toBe(false);
	});
	it('is Chinese where three of four characters are much used, and unsure below', () => {
		const rare = gb('亍丌');
		expect(told(gb('东西南'), rare.slice(0, 2))).toEqual({ encoding: 'gb18030', sure: true });
		expect(told(gb('东西'), rare)?.sure).toBe(false);
	});
	it('says Chinese of what could be Korean where its characters are of both, unsure', () => {
		// leads of both, no word that is known: which of the two chardet says decides
		expect(told(gb('安爱按八把白百半办帮包保报北本比边'))).toEqual({ encoding: 'gb18030', sure: false });
	});
	it('is Big5 for sure from twelve characters on, four of five of them much used', () => {
		expect(told(big5(TRADITIONAL))).toEqual({ encoding: 'big5', sure: true });
		expect(told(big5(TRADITIONAL.slice(0, 12)))).toEqual({ encoding: 'big5', sure: true });
		expect(told(big5(TRADITIONAL.slice(0, 11)))?.sure).toBe(false);
		const rare = [0xc9, 0x40];
		expect(told(big5(TRADITIONAL.slice(0, 12)), rare, rare, rare)?.sure).toBe(true);
		expect(told(big5(TRADITIONAL.slice(0, 12)), rare, rare, rare, rare)?.sure).toBe(false);
	});
});

describe('a number as it is shown', () => {
	it.each([
		[5, '0"1%"', '51%'],
		[0.05, '0.0%', '5%'],
		[1234.5, ' general ', '1234.5'],
		[1e15, '0', '1.00000000000000E+15'],
		[12, '0"元"', '12元']
	])('%s as %j is %s', (value, code, shown) => expect(valueText(value, code, EPOCH_1900)).toBe(shown));
});

describe('what a corrected list answers', () => {
	const answer = { column: 'result', code: 'unknown', mark: 7 };
	const reject = { ...answer, record: 2, line: 3, value: 'x' };
	const aside = { dataset: 'callbacks', branch: null, month: null, records: 1 };
	type Files = Parameters<typeof outstanding>[0];
	const file = { aside: [{ ...aside, at: [2] }, aside], rejects: [reject] };
	const list = { aside: [], rejects: [], answers: [answer] };

	it('leaves files alone of which nothing is answered', () => {
		const files = [file] as unknown as Files;
		expect(outstanding(files)).toBe(files);
		const other = { ...file, rejects: [{ ...reject, mark: 8 }] };
		expect(outstanding([other, list] as unknown as Files)[0]).toBe(other);
	});
	it('counts what has no place in the file as it was', () => {
		expect(outstanding([file, list] as unknown as Files)[0]).toMatchObject({
			rejects: [],
			aside: [{ records: 1, at: undefined }]
		});
	});
});

describe('what an old encoding is told by', () => {
	const LEADS = [
		0x81, 0x83, 0x84, 0x87, 0x88, 0x97, 0x98, 0xa0, 0xa1, 0xa2, 0xa3, 0xa4, 0xaf, 0xb0, 0xb1, 0xc6, 0xc7,
		0xc8, 0xc9, 0xd6, 0xd7, 0xd8, 0xe0, 0xef, 0xf0, 0xfe
	];
	const TRAILS = [0x40, 0x7e, 0x80, 0xa0, 0xa1, 0xa2, 0xfe];
	it.each(LEADS)('characters of lead %i, alone and beside Chinese, Japanese and Korean ones', (lead) => {
		const others: number[][] = [
			[],
			[0xb0, 0xa1],
			[0x83, 0x41],
			[0xb0, 0xa1, 0xc8, 0xfe],
			[0xa4, 0x40],
			[0x88, 0x9f]
		];
		const all = TRAILS.flatMap((trail) =>
			others.map((other) => {
				const found = told(
					...Array.from({ length: 12 }, () => [lead, trail]),
					...Array.from({ length: 3 }, () => other)
				);
				return found ? `${found.encoding}${found.sure ? '' : '?'}` : '-';
			})
		);
		expect(all.join(' ')).toMatchSnapshot();
	});
});
