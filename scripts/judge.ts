import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { readXlsxBook } from '../src/lib/intake/books/xlsx';
import { readOds } from '../src/lib/intake/books/ods';
import { readXlsBook } from '../src/lib/intake/books/xls';
import { workbookStream } from '../src/lib/intake/books/biff';
import type { Sheet } from '../src/lib/intake/books/sheet';
import { noValue, parseNumber, parseTime } from '../src/lib/intake/values';
import { randomBook } from './judge-books';
import { help } from './args';

help('npm run judge [-- COUNT]: random workbooks, held against LibreOffice');

/** LibreOffice's CSV filter: commas, quotes, UTF-8, cells as they are shown, all sheets. */
const FILTER = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,-1';

/** Runs LibreOffice over files, in batches that a command line holds. */
function convert(files: string[], to: string, out: string): void {
	const profile = `-env:UserInstallation=file://${join(out, '.profile')}`;
	for (let at = 0; at < files.length; at += 100) {
		const batch = files.slice(at, at + 100);
		const { status, error, stderr } = spawnSync(
			'soffice',
			[profile, '--headless', '--convert-to', to, '--outdir', out, ...batch],
			{ encoding: 'utf8', timeout: 600_000 }
		);
		if (error) throw new Error(`soffice: ${error.message} (install LibreOffice Calc)`);
		if (status !== 0) throw new Error(`soffice: ${stderr}`);
	}
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Whether a cell that was read is what is shown: the same text, or the same number to the digits shown, or the same moment. */
function agrees(own: string, shown: string): boolean {
	if (squeezed(own) === squeezed(shown)) return true;
	// set aside: an error, or a formula that was never computed
	if (noValue(own) !== null) return true;
	const [a, b] = [numberIn(own), numberIn(shown)];
	if (a !== null && b !== null) return same(a, b, shown);
	if (a !== null && Number(a) === 0 && /^[-–—\s]*$/.test(shown)) return true;
	const [x, y] = [parseTime(own), parseTime(squeezed(shown))];
	if (x !== null && y !== null) return x >= y && x - y < precisionOf(shown);
	return x !== null && partOf(own, shown);
}

/** Seconds that a moment is shown to: a second, a minute or a day. */
const precisionOf = (shown: string): number => [86_400, 60, 1][Math.min(2, shown.split(':').length - 1)]!;

/** A date of which only a part is shown: every number shown is one of the date's. */
function partOf(own: string, shown: string): boolean {
	const parts = own.split(/\D+/).map(Number);
	return [...shown.matchAll(/\d+/g)].every((m) =>
		[...parts, parts[0]! % 100, parts[3]! % 12].includes(Number(m[0]))
	);
}

/** The number in a text with grouping, currency, brackets or a percent sign; null where it is none. */
function numberIn(text: string): string | null {
	const bare = squeezed(text)
		.replace(/%$/, '')
		.replace(/^\((.*)\)$/, '-$1')
		.replace(/[¥￥$,\s]/g, '');
	if (/^-?\d+(?:\.\d+)?E[+-]?\d+$/i.test(bare)) return bare;
	return parseNumber(bare) === null ? null : bare;
}

function same(own: string, shown: string, text: string): boolean {
	if (text.includes('%') && !own.includes('%')) return Math.abs(Number(own) - Number(shown)) <= ulp(shown);
	return Math.abs(Number(own) - Number(shown)) <= Math.max(ulp(shown), Math.abs(Number(own)) * 1e-14);
}

const ulp = (shown: string): number => {
	const [mantissa, exponent = '0'] = shown.toLowerCase().split('e');
	return 0.5000001 * 10 ** (Number(exponent) - (mantissa!.split('.')[1] ?? '').length);
};

/** The cells of a sheet that differ from LibreOffice's CSV of it. */
function differences(
	sheet: Sheet,
	csv: string,
	merged: (row: number, col: number) => [number, number]
): string[] {
	const shown = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n' }).data;
	const found: string[] = [];
	const rows = Math.max(sheet.rows.length, shown.length);
	for (let r = 0; r < rows; r++) {
		const width = Math.max(sheet.rows[r]?.length ?? 0, shown[r]?.length ?? 0);
		for (let c = 0; c < width; c++) {
			const [row, col] = merged(r, c);
			const [own, there] = [sheet.rows[r]?.[c] ?? '', shown[row]?.[col] ?? ''];
			// a title of one merged cell stays in its first place
			if (own === '' && (row !== r || col !== c)) continue;
			if (!agrees(own, there))
				found.push(`${sheet.name} ${String(r)},${String(c)}: read "${own}", shown "${there}"`);
		}
	}
	return found;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: { count: { type: 'string', default: '500' }, seed: { type: 'string', default: '20261126' } }
	});
	const count = Number(values.count);
	const work = mkdtempSync(join(tmpdir(), 'kaohe-judge-'));
	const [books, shown] = [join(work, 'books'), join(work, 'shown')];
	mkdirSync(books);
	const made = new Map<string, Awaited<ReturnType<typeof randomBook>>>();
	for (let i = 0; i < count; i++) {
		const book = await randomBook(Number(values.seed) + i);
		made.set(`b${String(i)}`, book);
		writeFileSync(join(books, `b${String(i)}.xlsx`), book.bytes);
	}
	const xlsx = [...made.keys()].map((name) => join(books, `${name}.xlsx`));
	convert(xlsx, FILTER, shown);
	// the same books as LibreOffice writes them in its own formats, every fifth of them
	const some = xlsx.filter((_, i) => i % 5 === 0);
	for (const to of ['ods', 'xls:MS Excel 97']) convert(some, to, books);
	const failures: string[] = [];
	let cells = 0;
	for (const file of readdirSync(books)
		.filter((f) => !f.startsWith('.'))
		.sort()) {
		const [name, ending] = file.split('.') as [string, string];
		const book = made.get(name)!;
		const bytes = new Uint8Array(readFileSync(join(books, file)));
		const sheets =
			ending === 'xlsx'
				? await readXlsxBook(bytes)
				: ending === 'ods'
					? readOds(bytes)
					: await readXlsBook(bytes, workbookStream(bytes).stream!);
		for (const sheet of sheets) {
			if (sheet.hidden !== book.hidden.has(sheet.name))
				failures.push(`${file} ${sheet.name}: hidden is ${String(sheet.hidden)}`);
			const csv = readFileSync(join(shown, `${name}-${sheet.name}.csv`), 'utf8');
			cells += sheet.rows.reduce((sum, row) => sum + row.length, 0);
			failures.push(...differences(sheet, csv, book.mergedInto(sheet.name)).map((d) => `${file} ${d}`));
		}
	}
	rmSync(work, { recursive: true, force: true });
	for (const failure of failures.slice(0, 40)) console.error(failure);
	console.log(
		`${String(made.size)} workbooks, ${String(cells)} cells, ${String(failures.length)} differ from what LibreOffice shows`
	);
	return failures.length === 0 ? 0 : 1;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		console.error(error);
		process.exit(1);
	}
);
