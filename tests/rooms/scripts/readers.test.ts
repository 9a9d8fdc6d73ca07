import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow, diskSource } from '../../../scripts/sources';
import { Readers } from '../../../scripts/readers';
import { writeSamples } from '../../../scripts/samples/make-samples';
import { readIn, type Read, type TableReader } from '../../../src/lib/compute/read-in-process';
import type { Engine } from '../../../src/lib/engine/engine';
import { survey } from '../../../src/lib/intake/survey';
import { BUILT_IN } from '../../../src/lib/intake/vocabulary';
import { emptied, engine } from '../../support/scored';

const folder = mkdtempSync(join(tmpdir(), 'kaohe-readers-'));
const readers = new Readers(2);
beforeAll(() => {
	writeSamples(folder, 'plain');
	// of ten points, which shows only while it is read
	const rows = ['10', '7', '3'].map(
		(mark, i) => `T${String(i)},B01,B01-01,2026-08-05 10:00:00,reached,${mark}`
	);
	writeFileSync(
		join(folder, 'ten.csv'),
		`callback,branch,person,called_at,result,satisfaction\n${rows.join('\n')}\n`
	);
});
afterAll(() => {
	readers.close();
	rmSync(folder, { recursive: true });
});

type Told = Pick<Read, 'path' | 'number' | 'outcome' | 'rejects' | 'readBy'>;

/** Reads the folder's text files; what came of each, and what the engine holds then. */
async function read(db: Engine, reading?: TableReader): Promise<{ files: Told[]; held: unknown[] }> {
	await emptied(db);
	const tables = [];
	for (const path of filesBelow(folder, null).sort()) {
		const found = await survey(diskSource(join(folder, path), path));
		tables.push(
			...found.tables.map((t) => ({ ...t, kind: found.kind, dataset: t.how.mapping?.dataset ?? null }))
		);
	}
	const means = { vocabulary: BUILT_IN, zone: 'Asia/Shanghai' };
	const files = await readIn(db, tables, means, undefined, reading);
	const told = ({ path, number, outcome, rejects, readBy }: Read): Told => ({
		path,
		number,
		outcome,
		rejects,
		readBy
	});
	const held = ['callback', 'ticket', 'person', 'spot_check'].map((name) =>
		db.rows(`select count(*)::varchar as n, sum(hash(x)::uint128)::varchar as h from staging.${name} as x`)
	);
	return { files: files.map(told), held: await Promise.all(held) };
}

it('threads read as this one does, file after file', async () => {
	const db = await engine();
	const here = await read(db);
	expect(here.files.length).toBeGreaterThan(10);
	expect(await read(db, readers)).toEqual(here);
	expect(here.files.filter((f) => f.readBy === 10)).toHaveLength(1);
});

it('threads hash and survey files as this one does; a book, and what can’t be read, are left to it', async () => {
	writeFileSync(
		join(folder, 'book.xlsx'),
		await writeXlsx({ sheets: [{ name: 'S', rows: [['branch'], ['B01']] }] })
	);
	writeFileSync(join(folder, 'nothing.csv'), '');
	const sources = filesBelow(folder, null).map((path) => diskSource(join(folder, path), path));
	const seen = await readers.surveyed(sources);
	const left: string[] = [];
	for (const source of sources) {
		const { sha256, found } = seen.get(source.path)!;
		expect(sha256).toBe(createHash('sha256').update(readFileSync(source.file)).digest('hex'));
		if (found) expect(found).toEqual({ ...(await survey(source)), tables: expect.any(Array) as unknown });
		else left.push(source.path);
		const own = found && (await survey(source)).tables.map(({ source: _, ...table }) => table);
		expect(found?.tables.map(({ source: _, ...table }) => table) ?? null).toEqual(own);
		expect(found?.tables.every((table) => table.source === source) ?? true).toBe(true);
	}
	expect(left.sort()).toEqual(['book.xlsx', 'nothing.csv']);
});
