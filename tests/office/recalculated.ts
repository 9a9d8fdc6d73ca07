import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';

/** Runs LibreOffice over files into a folder; throws what it says where it fails. */
export function office(to: string, files: string[], out: string): void {
	const { status, error, stderr } = spawnSync(
		'soffice',
		[
			`-env:UserInstallation=file://${out}/.profile`,
			'--headless',
			'--convert-to',
			to,
			'--outdir',
			out,
			...files
		],
		{ encoding: 'utf8', timeout: 900_000 }
	);
	if (error) throw new Error(`soffice: ${error.message} (install LibreOffice Calc and Impress)`);
	if (status !== 0) throw new Error(`soffice: ${stderr}`);
}

/** A workbook without what its formulas come to, so that whoever opens it must compute. */
function uncomputed(bytes: Uint8Array): Uint8Array {
	const parts = unzipSync(bytes);
	for (const [name, part] of Object.entries(parts))
		if (/worksheets\/sheet\d+\.xml$/.test(name))
			parts[name] = strToU8(
				strFromU8(part).replace(
					/(<c [^>]*?)(?: t="[a-z]+")?((?:\s[^>]*)?>)(<f[^>]*>[^<]*<\/f>)<v>[^<]*<\/v>/g,
					'$1$2$3'
				)
			);
	return zipSync(parts);
}

type Cells = Map<string, string | number | boolean | null>;

/** A workbook's cells by `sheet!row,column`, as they stand in it. */
export async function cellsOf(bytes: Uint8Array): Promise<Cells> {
	const { sheets } = await readXlsx(bytes);
	return new Map(
		sheets.flatMap(({ name, rows }) =>
			rows.flatMap((row, r) =>
				row.map((value, c): [string, string | number | boolean | null] => [
					`${name}!${String(r)},${String(c)}`,
					value === '' || value instanceof Date ? null : value
				])
			)
		)
	);
}

/** Workbooks computed anew by LibreOffice, in their order. */
export async function recalculated(books: Uint8Array[]): Promise<Cells[]> {
	const work = mkdtempSync(join(tmpdir(), 'kaohe-office-'));
	const out = join(work, 'out');
	mkdirSync(out);
	const files = books.map((book, i) => {
		const file = join(work, `${String(i)}.xlsx`);
		writeFileSync(file, uncomputed(book));
		return file;
	});
	office('xlsx:Calc MS Excel 2007 XML', files, out);
	const cells: Cells[] = [];
	for (const [i] of books.entries()) cells.push(await cellsOf(readFileSync(join(out, `${String(i)}.xlsx`))));
	return cells;
}
