import { describe, expect, it } from 'vitest';
import { fill, rescaled, unload, type Fillable, type Filling } from '../../../src/lib/compute/fill';
import { soon, type Door } from '../../../src/lib/engine/soon';
import type { Engine } from '../../../src/lib/engine/engine';
import { readFile } from '../../../src/lib/intake/read-file';
import { bytesSource } from '../../../src/lib/intake/source';
import { survey } from '../../../src/lib/intake/survey';
import { BUILT_IN } from '../../../src/lib/intake/vocabulary';
import { emptied, engine } from '../../support/scored';

const csv = (...marks: string[]): Uint8Array =>
	new TextEncoder().encode(
		`callback,branch,person,called_at,result,satisfaction\n${marks
			.map((mark, i) => `H${mark}${String(i)},101,10101,2026-08-05 10:00:00,reached,${mark}\n`)
			.join('')}`
	);

interface Own extends Fillable {
	bytes: Uint8Array;
}

async function fileOf(number: number, bytes: Uint8Array): Promise<Own> {
	const path = `${String(number)}.csv`;
	const { how } = (await survey(bytesSource(path, bytes))).tables[0]!;
	return { number, path, dataset: 'callbacks', how, scale: null, readBy: 5, bytes };
}

/** Reads files into an engine; the reading of file `failing` ends with an error once its rows are there. */
const filling = (db: Door, failing = 0): Filling<Own> => ({
	vocabulary: BUILT_IN,
	zone: 'Asia/Shanghai',
	async read(file, meaning, _, take) {
		const plain = { encoding: 'utf-8', mark: 0, damaged: false } as const;
		const outcome = await readFile(
			bytesSource(file.path, file.bytes),
			plain,
			file.how,
			meaning,
			file.number,
			{
				batch: take,
				reject: () => {},
				restart: () => unload(db, file)
			}
		);
		if (file.number === failing) throw new Error('cancelled');
		return { ...file, scale: outcome.scale, readBy: outcome.readBy };
	}
});

/** How many records each file has in the engine, and the mean of their satisfaction. */
const held = async (db: Engine): Promise<string[]> =>
	(
		await db.rows(
			'select source_file as f, count(*)::int as n, avg(satisfaction::int)::varchar as m from staging.callback group by 1 order by 1'
		)
	).map((r) => `${String(r['f'])}: ${String(r['n'])} of ${String(r['m'])}`);

describe('filling an engine', () => {
	it('takes a file whole or not at all', async () => {
		const db = await engine();
		await emptied(db);
		const [one, two] = [await fileOf(1, csv('4', '5')), await fileOf(2, csv('3', '5', '4'))];
		const there = await fill(db, [one], [], filling(db));
		await expect(fill(db, [two], there, filling(db, 2))).rejects.toThrow('cancelled');
		expect(await held(db)).toEqual(['1: 2 of 4.5']);
		await fill(db, [two], there, filling(db));
		expect(await held(db)).toEqual(['1: 2 of 4.5', '2: 3 of 4.0']);
	});

	it('packs what comes in between, and takes a file back whole that was packed in part', async () => {
		const db = await engine();
		await emptied(db);
		const [one, two] = [await fileOf(1, csv('4', '5')), await fileOf(2, csv('3', '5', '4'))];
		const said: string[] = [];
		const told: Door = {
			...db,
			exec: (sql) => (said.push(sql), db.exec(sql)),
			pack: () => (said.push('pack'), db.pack())
		};
		const often = { ...filling(told, 2), packedEvery: 3 };
		const there = await fill(told, [one], [], often);
		expect(said).toEqual(['begin', 'commit']);
		await expect(fill(told, [two], there, often)).rejects.toThrow('cancelled');
		expect(said.join()).toMatch(/begin,commit,pack,begin,rollback/);
		expect(await held(db)).toEqual(['1: 2 of 4.5']);
		await fill(told, [two], there, { ...filling(told), packedEvery: 3 });
		expect(await held(db)).toEqual(['1: 2 of 4.5', '2: 3 of 4.0']);
	});

	it('counts rows of one file and the next together before it packs', async () => {
		const db = await engine();
		await emptied(db);
		const said: string[] = [];
		const told: Door = {
			...db,
			exec: (sql) => (said.push(sql), db.exec(sql)),
			pack: () => (said.push('pack'), db.pack())
		};
		const files = [await fileOf(1, csv('4', '5')), await fileOf(2, csv('3', '5', '4'))];
		await fill(told, files, [], { ...filling(told), packedEvery: 4 });
		expect(said.filter((sql) => sql === 'pack')).toHaveLength(1);
		await fill(told, [await fileOf(3, csv('4', '5'))], [], { ...filling(told), packedEvery: 4 });
		expect(said.filter((sql) => sql === 'pack')).toHaveLength(1);
	});

	it('leaves a file as it was read where reading it by another scale fails', async () => {
		const db = await engine();
		await emptied(db);
		const [five, ten] = [await fileOf(1, csv('4', '5')), await fileOf(2, csv('8', '10'))];
		const [low] = await fill(db, [five], [], filling(db));
		const [high] = (await fill(db, [ten], [], filling(db))).slice(-1);
		const before = await held(db);
		const both = [low!, high!].map((file) => ({ ...file, how: low!.how }));
		await expect(rescaled(db, both, filling(db, 1))).rejects.toThrow('cancelled');
		expect(await held(db)).toEqual(before);
	});

	it('reads while the engine starts; what is read waits for it, in order', async () => {
		const db = await engine();
		await emptied(db);
		const said: string[] = [];
		let started!: (door: Door) => void;
		const door = soon(new Promise<Door>((resolve) => (started = resolve)));
		const done = fill(door, [await fileOf(1, csv('4', '5'))], [], filling(door));
		await new Promise((resolve) => setTimeout(resolve, 20));
		expect(await held(db)).toEqual([]);
		started({
			exec: (sql) => (said.push(sql), db.exec(sql)),
			rows: (sql) => db.rows(sql),
			append: (relation, batch) => (said.push(relation), db.append(relation, batch)),
			pack: () => db.pack()
		});
		await done;
		expect(said).toEqual(['begin', 'staging.callback', 'commit']);
		expect(await held(db)).toEqual(['1: 2 of 4.5']);
		const failed = soon(Promise.reject(new Error('no memory')));
		await expect(fill(failed, [await fileOf(1, csv('4'))], [], filling(failed))).rejects.toThrow('no memory');
	});
});
