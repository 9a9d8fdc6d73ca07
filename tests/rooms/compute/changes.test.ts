import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Engine } from '../../../src/lib/engine/engine';
import { openNodeEngine } from '../../../src/lib/engine/node';
import { adjust } from '../../../src/lib/compute/adjust';
import { fill, unload, type Fillable } from '../../../src/lib/compute/fill';
import { choosePolicies, listFiles, loadAside } from '../../../src/lib/compute/inputs';
import { changedResults, readResults } from '../../../src/lib/compute/results';
import { findRepeats, prepare, recompute } from '../../../src/lib/compute/run';
import { readFile } from '../../../src/lib/intake/read-file';
import { bytesSource } from '../../../src/lib/intake/source';
import { survey } from '../../../src/lib/intake/survey';
import { BUILT_IN } from '../../../src/lib/intake/vocabulary';
import { policyTables } from '../../../src/lib/policy/tables';
import type { Policy } from '../../../src/lib/policy/schema';
import { readSql } from '../../../src/lib/sql/read';
import { arbitraryFacts, arbitraryPolicy } from '../../support/arbitrary';
import { factsFiles } from '../../support/facts-files';
import { policyWith } from '../../support/policy';
import { computed, emptied, RESTED } from '../../support/scored';

interface Own extends Fillable {
	bytes: Uint8Array;
	precedence: number;
}

/** What stands at one moment: files, rules and corrections. */
interface Moment {
	files: Own[];
	policy: Policy;
	corrections: { unit: string; month: string; numerator: number }[];
}

async function readInto(db: Engine, files: Own[], there: Own[]): Promise<void> {
	await fill(db, files, there, {
		vocabulary: BUILT_IN,
		zone: 'Asia/Shanghai',
		async read(file, meaning) {
			const plain = { encoding: 'utf-8', mark: 0, damaged: false } as const;
			await readFile(bytesSource(file.path, file.bytes), plain, file.how, meaning, file.number, {
				batch: (batch) => db.append(`staging.${batch.relation}`, batch),
				reject: () => {},
				restart: () => unload(db, file)
			});
			return file;
		}
	});
}

async function tell(db: Engine, { files, policy, corrections }: Moment): Promise<void> {
	await listFiles(db, files);
	await choosePolicies(db, policyTables([policy]));
	await db.exec('delete from staging.adjustment');
	await adjust(
		db,
		corrections.map((c) => ({ ...c, measure: 'service_skill', unitKind: 'branch', denominator: 0 }))
	);
	await loadAside(
		db,
		[],
		RESTED.map((dataset) => ({ dataset, month: null }))
	);
}

let number = 0;

/** Some of the files of a chain of random facts, a copy of their own each: their keys are those of other sets, too. */
async function filesOf(seed: number, some: (dataset: string) => boolean): Promise<Own[]> {
	const [facts] = fc.sample(arbitraryFacts, { numRuns: 1, seed });
	const files = factsFiles({ ...facts!, branches: null, people: null });
	const own: Own[] = [];
	for (const { path, bytes } of files) {
		const { how } = (await survey(bytesSource(path, bytes))).tables[0]!;
		const dataset = how.mapping!.dataset;
		if (!some(dataset)) continue;
		number++;
		own.push({
			...{ number, path: `${String(seed)}-${String(number)}/${path}`, dataset, how, bytes },
			...{ scale: null, readBy: 5 as const, precedence: 0 }
		});
	}
	return own;
}

const choose = <T>(list: T[], at: number): T | undefined => list[at % Math.max(1, list.length)];

/** What may come next, as numbers say it. */
const arbitraryStep = fc.noBias(
	fc.record({
		kind: fc.constantFrom('add', 'add', 'add', 'remove', 'prefer', 'again', 'correct', 'rules', 'nothing'),
		seed: fc.integer({ min: 1, max: 40 }),
		at: fc.nat(20),
		looked: fc.boolean()
	})
);

it('computing what changed gives what computing everything anew gives, whatever came, went or changed', async () => {
	const db = await openNodeEngine();
	await prepare(db, readSql);
	const right = await openNodeEngine();
	const steps = fc.sample(arbitraryStep, { numRuns: 40, seed: 9 });
	const kinds = new Set(steps.map(({ kind }) => kind));
	expect(kinds.size).toBe(7);
	let now: Moment = { files: [], policy: policyWith({ missing_line: 'full_marks' }), corrections: [] };
	// last of all a weight, of which no reading tells
	for (const { kind, seed, at, looked } of [...steps, { kind: 'rules', seed: 7, at: 2, looked: false }]) {
		const chosen = choose(now.files, at);
		if (kind === 'add') {
			const added = await filesOf(seed, (name) => name !== 'attendance' || seed % 2 === 0);
			await readInto(db, added, now.files);
			now = { ...now, files: [...now.files, ...added] };
		}
		if (kind === 'remove' && chosen) {
			await unload(db, chosen);
			now = { ...now, files: now.files.filter((f) => f !== chosen) };
		}
		if (kind === 'prefer' && chosen) {
			now = { ...now, files: now.files.map((f) => (f === chosen ? { ...f, precedence: at } : f)) };
		}
		if (kind === 'again' && chosen) {
			const [other] = await filesOf(seed, (name) => name === chosen.dataset);
			const file = { ...chosen, ...(other && { bytes: other.bytes, how: other.how }) };
			await unload(db, chosen);
			await readInto(db, [file], now.files);
			now = { ...now, files: now.files.map((f) => (f === chosen ? file : f)) };
		}
		if (kind === 'correct') {
			const month = `2026-0${String(6 + (at % 4))}`;
			now = { ...now, corrections: [...now.corrections, { unit: 'B01', month, numerator: 1 }] };
		}
		if (kind === 'rules') {
			const policy =
				at % 2 === 0 ? structuredClone(now.policy) : fc.sample(arbitraryPolicy, { numRuns: 1, seed })[0]!;
			if (at % 2 === 0) policy.scorecards[0]!.lines[at % 7]!.weight = String(seed);
			now = { ...now, policy };
		}
		await tell(db, now);
		if (looked) await findRepeats(db, readSql);
		await recompute(db, readSql);
		const found = await changedResults(db);

		await emptied(right);
		await readInto(right, now.files, []);
		await tell(right, now);
		await computed(right);
		expect(found, kind).toEqual(await readResults(right));
	}
	expect(db.made.results!.totals.length).toBeGreaterThan(20);
	await db.close();
	await right.close();
});
