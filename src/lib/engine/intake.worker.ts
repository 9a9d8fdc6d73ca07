import { createSHA256 } from 'hash-wasm';
import { openFile } from '../intake/open-file';
import { rawRecord } from '../intake/raw-record';
import { Cancelled, readFile, type Outcome } from '../intake/read-file';
import { blobSource } from '../intake/source';
import { batchToIpc } from './arrow';
import { raterPseudonym, raterSecret, scrubbed } from '../intake/scrub';
import type {
	FromWorker,
	RawTask,
	ReadTask,
	ScrubTask,
	SurveyReport,
	SurveyTask,
	Task,
	ToWorker
} from './intake-messages';
import { survey } from './survey';

const IN_FLIGHT = 4;
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
			const failed = error instanceof Error ? (error.stack ?? error.message) : String(error);
			say({ id, failed, cancelled: error instanceof Cancelled });
		})
		.finally(() => {
			cancelled.delete(id);
			waiting.delete(id);
		});
};

function start(id: number, task: Task): Promise<SurveyReport | Outcome | string[] | Blob | null> {
	switch (task.do) {
		case 'survey':
			return surveyed(task);
		case 'read':
			return read(id, task);
		case 'scrub':
			return scrub(task);
		case 'raw':
			return raw(task);
	}
}

async function scrub(task: ScrubTask): Promise<Blob> {
	const { path, blob, sheet, how, vocabulary, salt } = task;
	const opened = await openFile(blobSource(path, blob), sheet);
	const hash = await createSHA256();
	const pseudonym = (name: string): string =>
		raterPseudonym(hash.init().update(raterSecret(salt, name)).digest());
	return new Blob(await scrubbed(opened.source, opened.encoding, how, task.scrub, vocabulary, pseudonym));
}

async function surveyed(task: SurveyTask): Promise<SurveyReport> {
	const hash = await createSHA256();
	const source = blobSource(task.path, task.blob);
	const found = await survey(source, new Map(task.layouts), task.sheet, (slice) => hash.update(slice));
	return {
		sha256: hash.digest(),
		kind: found.opened?.kind ?? '',
		encoding: found.opened?.encoding ?? null,
		sheets: found.opened?.sheets ?? [],
		sheet: found.opened?.sheet ?? null,
		how: found.how,
		unreadable: found.unreadable && { code: found.unreadable.code, detail: found.unreadable.detail }
	};
}

async function read(id: number, task: ReadTask): Promise<Outcome> {
	const opened = await openFile(blobSource(task.path, task.blob), task.sheet);
	const flight = { unacknowledged: 0, resume: null as (() => void) | null };
	waiting.set(id, flight);
	let told = 0;
	return readFile(opened.source, opened.encoding, task.how, task.meaning, task.number, {
		async batch(batch) {
			const ipc = batchToIpc(batch);
			flight.unacknowledged++;
			say({ id, batch: { relation: `staging.${batch.relation}`, ipc } }, [ipc.buffer]);
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
	const opened = await openFile(blobSource(task.path, task.blob), task.sheet);
	return rawRecord(opened.source, opened.encoding, task.how, task.checkpoints, task.record);
}
