import { afterAll, describe, expect, it, vi } from 'vitest';
import { chained, NO_HEAD, type Entry, type Head, type LogEvent } from '../../../src/lib/record/event';
import { importEntry, WorkRecord } from '../../../src/lib/record/record';
import { Store } from '../../../src/lib/record/store';

afterAll(() => void vi.restoreAllMocks());

const HR = { name: '王芳', role: 'hr' } as const;
const words = (word: string): Entry => ({
	kind: 'words',
	reason: '补词',
	data: { words: { satisfaction: { 4: [word] } } }
});
const file = (sha256: string) => ({ sha256, meta: { path: `${sha256}.csv`, size: 1, dataset: 'callbacks' } });

async function log(...entries: Entry[]): Promise<LogEvent[]> {
	const events: LogEvent[] = [];
	for (const entry of entries)
		events.push(await chained(events.at(-1) ?? NO_HEAD, entry, HR, '2026-11-02T08:00:00.000Z'));
	return events;
}

/** A store in memory, and the record over it. */
async function opened(holds: {
	events?: LogEvent[];
	files?: string[];
	bytes?: string[];
	seals?: [string, string][];
	kept?: Record<string, unknown>;
	isNewer?: boolean;
	writing?: boolean;
}) {
	const commits: { event: LogEvent; more?: LogEvent[] }[] = [];
	const store = {
		events: () => Promise.resolve(holds.events ?? []),
		files: () => Promise.resolve((holds.files ?? []).map(file)),
		byteKeys: () => Promise.resolve(holds.bytes ?? holds.files ?? []),
		seals: () => Promise.resolve(holds.seals ?? []),
		kept: (name: string) => Promise.resolve(holds.kept?.[name]),
		isNewer: holds.isNewer ?? false,
		commit: (change: (typeof commits)[number]) => Promise.resolve(void commits.push(change))
	};
	vi.spyOn(Store, 'open').mockResolvedValue(store as never);
	const record = await WorkRecord.open('own', holds.writing ?? true, {} as never);
	return { record, commits };
}
const headOf = (events: LogEvent[]): Head => ({ seq: events.at(-1)!.seq, hash: events.at(-1)!.hash });

describe('a record', () => {
	it('ends with its last entry, and each one written follows from it', async () => {
		const { record, commits } = await opened({ writing: false });
		expect(record.head).toEqual(NO_HEAD);
		const first = await record.write(words('一'), HR);
		const second = await record.write(words('二'), null);
		expect(record.head).toEqual({ seq: 2, hash: second.hash });
		expect([second.prev, second.by]).toEqual([first.hash, { name: '', role: 'hr' }]);
		expect(commits.map((c) => c.event.seq)).toEqual([1, 2]);
		expect(await record.fault(record.head)).toBeNull();
	});

	it('enters what a version without a log kept, once, by the tab that writes', async () => {
		const kept = { words: { satisfaction: { 4: ['还行'] } } };
		const { record, commits } = await opened({ files: ['a'], kept });
		expect(record.events.map((e) => [e.seq, e.kind])).toEqual([
			[1, 'import'],
			[2, 'words']
		]);
		expect([commits.length, commits[0]!.event.seq, commits[0]!.more!.map((e) => e.seq)]).toEqual([1, 1, [2]]);
		expect(await record.fault(NO_HEAD)).toBeNull();
		expect((await opened({ files: ['a'], writing: false })).commits).toEqual([]);
		expect((await opened({ files: ['a'], isNewer: true })).commits).toEqual([]);
		expect((await opened({})).commits).toEqual([]);
		expect((await opened({ events: await log(words('一')), files: ['a'] })).commits).toEqual([]);
		await expect(opened({ kept: { words: 7 } })).rejects.toThrow('words');
	});

	it('says what is wrong with it: lost, changed or strange entries, files and bytes that the log doesn’t name', async () => {
		const events = await log(importEntry([file('a'), file('b')], []), words('一'));
		const head = headOf(events);
		const faultOf = async (holds: Parameters<typeof opened>[0], expected: Head = head) =>
			(await opened(holds)).record.fault(expected);
		const files = ['a', 'b'];
		expect(await faultOf({ events, files })).toBeNull();
		expect(await faultOf({ events, files }, { seq: 1, hash: events[0]!.hash })).toBeNull();
		expect(await faultOf({ events, files, isNewer: true })).toEqual({ kind: 'newer', seq: null });
		expect(await faultOf({ events: events.slice(1), files })).toEqual({
			kind: 'log',
			fault: { seq: 1, fault: 'gap' }
		});
		expect(await faultOf({ events: events.slice(0, 1), files })).toEqual({
			kind: 'lost',
			expected: head,
			found: headOf(events.slice(0, 1))
		});
		expect(await faultOf({ events, files }, { seq: 2, hash: 'other' })).toMatchObject({ kind: 'lost' });
		expect(await faultOf({ events, files, seals: [['2026-10/1', '{}']] })).toEqual({
			kind: 'seal',
			key: '2026-10/1'
		});
		expect(await faultOf({ events, files: ['a'] })).toEqual({ kind: 'files', missing: ['b'], unlogged: [] });
		expect(await faultOf({ events, files, bytes: ['b'] })).toEqual({
			kind: 'files',
			missing: ['a'],
			unlogged: []
		});
		expect(await faultOf({ events, files: ['a', 'b', 'c'] })).toEqual({
			kind: 'files',
			missing: [],
			unlogged: ['c']
		});
	});

	it('has one hash of all that it holds, in whatever order files are kept', async () => {
		const events = await log(words('一'));
		const hash = async (holds: Parameters<typeof opened>[0]) => (await opened(holds)).record.stateHash();
		const own = await hash({ events, files: ['a', 'b'] });
		expect(await hash({ events, files: ['b', 'a'] })).toBe(own);
		expect(await hash({ events, files: ['a'] })).not.toBe(own);
		expect(await hash({ events: await log(words('二')), files: ['a', 'b'] })).not.toBe(own);
		expect(await hash({ events, files: ['a', 'b'], seals: [['2026-10/1', 'x']] })).not.toBe(own);
	});
});
