import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { backup, DamagedBackup, readBackup } from '../../../src/lib/record/backup';
import { canonical } from '../../../src/lib/record/canonical';
import {
	chained,
	chainFault,
	NO_HEAD,
	type Entry,
	type Head,
	type LogEvent
} from '../../../src/lib/record/event';
import { importEntry } from '../../../src/lib/record/record';
import { sha256 } from '../../../src/lib/intake/hash';
import type { StoredBytes } from '../../../src/lib/record/stores';
import { random } from '../../../scripts/samples/random';
import { randomSets } from '../../support/random-sets';

const BY = { name: '王芳', role: 'hr' } as const;

async function log(count: number, before: Entry[] = []): Promise<LogEvent[]> {
	const events: LogEvent[] = [];
	let head: Head = NO_HEAD;
	for (const entry of before) {
		const event = await chained(head, entry, BY, '2026-11-02T07:00:00.000Z');
		events.push(event);
		head = event;
	}
	for (let i = 1; i <= count; i++) {
		const entry: Entry = {
			kind: 'words',
			reason: `第 ${String(i)} 次`,
			data: { words: { satisfaction: { '4': [`词${String(i)}`] } } }
		};
		const event = await chained(head, entry, BY, `2026-11-02T08:00:${String(i % 60).padStart(2, '0')}.000Z`);
		events.push(event);
		head = event;
	}
	return events;
}

/** A record of two files, one gzipped, and a sealed month. */
async function source() {
	const texts = ['check,branch\nK1,B01\n', '回访,分部\nH1,B02\n'.repeat(20)];
	const bytes = new Map<string, StoredBytes>();
	const files: { sha256: string; meta: { path: string } }[] = [];
	for (const [i, text] of texts.entries()) {
		const sha = await sha256(text);
		bytes.set(
			sha,
			i === 0 ? { bytes: new Blob([text]), gzip: false } : { bytes: new Blob([gzipSync(text)]), gzip: true }
		);
		files.push({ sha256: sha, meta: { path: `表${String(i)}.csv` } });
	}
	const seal = '{"month":"2026-10","previous":""}';
	const events = await log(10, [
		importEntry(
			files.map(({ sha256: sha, meta }) => ({
				sha256: sha,
				meta: { ...meta, size: 1, dataset: 'callbacks' }
			})),
			[]
		),
		{ kind: 'step', data: { month: '2026-10', step: 'seal', revision: 1, hash: await sha256(seal) } }
	]);
	return {
		name: 'own',
		events: () => Promise.resolve(events),
		files: () => Promise.resolve(files),
		seals: () => Promise.resolve([['2026-10/1', seal]] as [string, string][]),
		storedBytes: (sha: string) => Promise.resolve(bytes.get(sha)!),
		kept: () => Promise.resolve(undefined),
		byteKeys: () => Promise.resolve([...bytes.keys()]),
		isNewer: false
	};
}

describe('the log', () => {
	it('is whole as it was written, and says at which entry it isn’t', async () => {
		const events = await log(30);
		expect(await chainFault(events)).toBeNull();
		const changed = (at: number, change: object): LogEvent[] =>
			events.map((e, i) => (i === at - 1 ? Object.assign({ ...e }, change) : e));
		expect(await chainFault(changed(7, { reason: '别的理由' }))).toEqual({ seq: 7, fault: 'changed' });
		expect(await chainFault(changed(7, { by: { name: '李四', role: 'hr' } }))).toEqual({
			seq: 7,
			fault: 'changed'
		});
		expect(await chainFault(changed(7, { data: { n: 0.5 } }))).toEqual({ seq: 7, fault: 'changed' });
		expect(await chainFault(events.filter((e) => e.seq !== 7))).toEqual({ seq: 7, fault: 'gap' });
		expect(await chainFault(events.slice(1))).toEqual({ seq: 1, fault: 'gap' });
		// the second entry names another first one, and all after it are chained to that
		const { prev: __, hash: ___, ...own } = events[1]!;
		const unlinked = { ...own, prev: events[2]!.hash };
		const second = { ...unlinked, hash: await sha256(canonical(unlinked)) };
		expect(await chainFault([events[0]!, second])).toEqual({ seq: 2, fault: 'broken_link' });
		// an entry written anew with a hash of its own breaks the link of the next
		const { hash: _, ...seventh } = { ...events[6]!, reason: '重写' };
		const rewritten = { ...seventh, hash: await sha256(canonical(seventh)) };
		expect(await chainFault(events.map((e) => (e.seq === 7 ? rewritten : e)))).toEqual({
			seq: 8,
			fault: 'broken_link'
		});
	});
});

describe('a backup', () => {
	it('gives back all that the record holds', async () => {
		const from = await source();
		const read = await readBackup(await backup(from, '2026-11-02T09:00:00.000Z'));
		expect(read.events).toEqual(await from.events());
		expect(read.files).toEqual(await from.files());
		expect(read.seals).toEqual(await from.seals());
		expect(read.head.seq).toBe(12);
		for (const [sha, { bytes }] of read.bytes)
			expect(await bytes.text()).toBe(await (await from.storedBytes(sha)).bytes.text());
	});

	it('is refused where log, files and sealed months don’t belong together', async () => {
		const from = await source();
		const placeOf = async (changed: object): Promise<string> =>
			readBackup(await backup({ ...from, ...changed }, '2026-11-02T09:00:00.000Z')).then(
				() => 'taken',
				(error: unknown) => (error as DamagedBackup).place
			);
		expect(await placeOf({})).toBe('taken');
		expect(await placeOf({ seals: () => Promise.resolve([]) })).toBe('sealed month 2026-10/1');
		expect(await placeOf({ files: async () => (await from.files()).slice(1) })).toBe('contents');
		await expect(
			backup({ ...from, storedBytes: () => Promise.reject(new Error('gone')) }, '')
		).rejects.toThrow('gone');
	});

	it('is refused with the place for any of 10,000 flipped bits, a byte more or less', async () => {
		const whole = new Uint8Array(
			await (await backup(await source(), '2026-11-02T09:00:00.000Z')).arrayBuffer()
		);
		const draw = random(4);
		const places = new Set<string>();
		const placeOf = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => {
			try {
				await readBackup(new Blob([bytes]));
				return 'unnoticed';
			} catch (error) {
				if (!(error instanceof DamagedBackup)) throw error;
				return error.place;
			}
		};
		for (let i = 0; i < randomSets(10_000); i++) {
			const flipped = whole.slice();
			flipped[draw.below(whole.length)]! ^= 1 << draw.below(8);
			places.add(await placeOf(flipped));
		}
		expect(places).not.toContain('unnoticed');
		expect([...places]).toEqual(
			expect.arrayContaining(['header', 'contents', 'entry 1', 'entry 12', '表0.csv', '表1.csv'])
		);
		expect(await placeOf(whole.slice(0, -1))).toBe('表1.csv');
		expect(await placeOf(new Uint8Array([...whole, 0]))).toBe('length');
	});
});

describe('canonical JSON', () => {
	it('is the same for the same value, and refuses what has no one form', () => {
		expect(canonical({ b: 1, a: [null, true, '"'], c: undefined })).toBe('{"a":[null,true,"\\""],"b":1}');
		for (const odd of [0.1, NaN, 2 ** 60, () => 1, 1n]) expect(() => canonical({ odd })).toThrow('canonical');
	});
});
