import { createSHA256 } from 'hash-wasm';
import { buffersOf } from './batch';
import { unpacked } from './handed';
import { sha256 as sha256Of } from './hash';
import { openFile, Unreadable, type OpenedTable } from './open-file';
import { rawRecord } from './raw-record';
import { Cancelled, readFile } from './read-file';
import type { Outcome } from './outcome';
import { blobSource, bytesSource, type ByteSource } from './source';
import { raterPseudonym, raterSecret, scrubbed } from './scrub';
import type {
	FromWorker,
	RawTask,
	ReadTask,
	ScrubTask,
	SurveyReport,
	SurveyTask,
	TableReport,
	Task,
	ToWorker,
	Unpacked,
	UnpackTask
} from './messages';
import { survey } from './survey';

/** How many batches may wait for the engine, on the page: more of them hold it up when their memory is given back. */
const IN_FLIGHT = 8;
const cancelled = new Set<number>();
const waiting = new Map<number, { unacknowledged: number; resume: (() => void) | null }>();

const say = (message: FromWorker, transfer: Transferable[] = []): void =>
	(self as unknown as Worker).postMessage(message, transfer);

self.onmessage = ({ data }: MessageEvent<ToWorker>): void => {
	if (data.do === 'cancel') return void cancelled.add(data.id);
	if (data.do === 'ack') return acknowledge(data.id);
	const { id } = data;
	start(id, data)
		.then((done) => say({ id, done }))
		.catch((error: unknown) => {
			const failed = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
			say({ id, failed, cancelled: error instanceof Cancelled });
		})
		.finally(() => {
			cancelled.delete(id);
			waiting.delete(id);
		});
};

function start(
	id: number,
	task: Task
): Promise<SurveyReport | Unpacked[] | Outcome | string[] | Blob | null> {
	switch (task.do) {
		case 'survey':
			return surveyed(task);
		case 'unpack':
			return unpack(task);
		case 'read':
			return read(id, task);
		case 'scrub':
			return scrub(task);
		case 'raw':
			return raw(task);
	}
}

async function scrub(task: ScrubTask): Promise<Blob> {
	const { how, vocabulary, salt } = task;
	const opened = await openTable(task);
	const hash = await createSHA256();
	const pseudonym = (name: string): string =>
		raterPseudonym(hash.init().update(raterSecret(salt, name)).digest());
	return new Blob(await scrubbed(opened.source, opened.encoding, how, task.scrub, vocabulary, pseudonym));
}

/** The table of a file that a task is about: the text file whose encoding is known, the sheet that is named, else the first. */
async function openTable({ path, blob, sheet, said, encoding }: OfTable): Promise<Text> {
	const source = blobSource(path, blob);
	if (encoding) return { source, encoding };
	const { tables } = await openFile(source, undefined, said);
	return tables.find((table) => table.sheet === sheet) ?? tables[0]!;
}

type OfTable = Pick<ReadTask, 'path' | 'blob' | 'sheet' | 'said' | 'encoding'>;
type Text = Pick<OpenedTable, 'source' | 'encoding'>;

/** The files of an archive; null where the file is none; an archive that can't be opened is surveyed as a file, which says why. */
async function unpack({ path, blob }: UnpackTask): Promise<Unpacked[] | null> {
	try {
		const members = await unpacked(blobSource(path, blob));
		if (!members) return null;
		const found: Unpacked[] = [];
		for (const member of members)
			found.push({ path: member.path, blob: new Blob([(await member.slice(0, member.size)) as BlobPart]) });
		return found;
	} catch (error) {
		if (error instanceof Unreadable) return null;
		throw error;
	}
}

/** Files up to this many bytes are hashed at once by the browser itself, several times as fast as bit by bit. */
const AT_ONCE = 2 ** 27;

/** A file's bytes in a source, what is to see them, and their SHA-256 once they have been seen. */
async function hashed({ path, blob }: SurveyTask): Promise<{
	source: ByteSource;
	seen: (slice: Uint8Array) => void;
	sha256: () => Promise<string>;
}> {
	if (blob.size > AT_ONCE) {
		const hash = await createSHA256();
		return {
			source: blobSource(path, blob),
			seen: (slice) => void hash.update(slice),
			sha256: () => Promise.resolve(hash.digest())
		};
	}
	const bytes = new Uint8Array(await blob.arrayBuffer());
	const digest = sha256Of(bytes);
	return { source: bytesSource(path, bytes), seen: () => {}, sha256: () => digest };
}

async function surveyed(task: SurveyTask): Promise<SurveyReport> {
	const { source, seen, sha256 } = await hashed(task);
	const asked = {
		layouts: new Map(task.layouts),
		...(task.given && { given: task.given }),
		...(task.said !== undefined && { encoding: task.said }),
		...(task.sheet !== undefined && { sheet: task.sheet })
	};
	const found = await survey(source, asked, seen);
	const tables: TableReport[] = [];
	for (const { path, sheet, source: text, encoding, how } of found.tables) {
		const bytes = sheet === null ? null : ((await text.slice(0, text.size)) as Uint8Array<ArrayBuffer>);
		const own = bytes && { blob: new Blob([bytes]), sha256: await sha256Of(bytes) };
		tables.push({ path, sheet, encoding, how, own });
	}
	const { kind, sheets, warnings, unreadable } = found;
	return {
		sha256: await sha256(),
		kind,
		sheets,
		tables,
		warnings,
		unreadable: unreadable && { code: unreadable.code, detail: unreadable.detail }
	};
}

async function read(id: number, task: ReadTask): Promise<Outcome> {
	const opened = await openTable(task);
	const flight = { unacknowledged: 0, resume: null as (() => void) | null };
	waiting.set(id, flight);
	let told = 0;
	return readFile(opened.source, opened.encoding, task.how, task.meaning, task.number, {
		async batch(batch) {
			flight.unacknowledged++;
			say({ id, batch }, buffersOf(batch));
			if (flight.unacknowledged > IN_FLIGHT) await new Promise<void>((resume) => (flight.resume = resume));
		},
		reject: (rejects) => say({ id, rejects }),
		restart: () => say({ id, restart: true }),
		progress(bytes, records) {
			if (bytes - told < 2 ** 22 && bytes < opened.source.size) return;
			told = bytes;
			say({ id, progress: { bytes: Math.min(bytes, task.blob.size), records } });
		},
		cancelled: () => cancelled.has(id)
	});
}

function acknowledge(id: number): void {
	const flight = waiting.get(id);
	if (!flight) return;
	flight.unacknowledged--;
	flight.resume?.();
	flight.resume = null;
}

async function raw(task: RawTask): Promise<string[] | null> {
	const opened = await openTable(task);
	return rawRecord(opened.source, opened.encoding, task.how, task.checkpoints, task.record);
}
