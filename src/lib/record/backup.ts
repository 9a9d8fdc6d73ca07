import { z } from '../policy/zod';
import { attachments } from './attachments';
import { chainFault, isEvent, type Head, type LogEvent } from './event';
import { sha256 } from '../intake/hash';
import { loggedFiles, nameOf, OLD } from './record';
import { loggedSeals, sealFault } from './seal';
import { type Store } from './store';
import { through } from './streams';
import { type StoredBytes, type StoredFile } from './stores';

const MAGIC = 'KAOHE-BACKUP 1';
const HEADER = /^KAOHE-BACKUP 1 (\d{1,12}) ([0-9a-f]{64})\n$/;
/** The first line: magic, length of the contents, their hash. */
const HEADER_BYTES = MAGIC.length + 1 + 12 + 1 + 64 + 1;

interface Contents<Meta> {
	made_at: string;
	workspace: string;
	events: LogEvent[];
	files: StoredFile<Meta>[];
	seals: [string, string][];
	/** The version of the rules that is being written. */
	draft: unknown;
	/** What a version without a log kept beside its files; absent where there is a log. */
	kept?: [string, unknown][];
	/** Bytes in the order in which they follow the contents. */
	bytes: { sha256: string; size: number; gzip: boolean; stored_sha256: string }[];
}

/** Where a backup is damaged: `header`, `contents`, `length`, an entry of the log, or a file by its path. */
export class DamagedBackup extends Error {
	constructor(
		readonly place: string,
		readonly detail: string
	) {
		super(`${place}: ${detail}`);
	}
}

/** A newer build wrote a backup: this one can't restore it. */
export class NewerBackup extends Error {}

/** What a backup is made from. */
type Source<Meta> = Pick<
	Store<Meta>,
	'name' | 'events' | 'files' | 'seals' | 'storedBytes' | 'kept' | 'byteKeys' | 'isNewer'
>;

/** Everything that a record holds, as one file. */
export async function backup<Meta>(store: Source<Meta>, at: string): Promise<Blob> {
	const [events, files, seals] = await Promise.all([store.events(), store.files(), store.seals()]);
	const draft = (await store.kept('draft')) ?? null;
	const bytes: Contents<Meta>['bytes'] = [];
	const blobs: Blob[] = [];
	// which bytes a newer build's entries carry isn't known here: all are taken
	const needed = store.isNewer
		? await store.byteKeys()
		: new Set([...files.map((f) => f.sha256), ...attachments(events).keys()]);
	for (const sha of needed) {
		const stored = await store.storedBytes(sha);
		const content = await stored.bytes.arrayBuffer();
		bytes.push({
			sha256: sha,
			size: stored.bytes.size,
			gzip: stored.gzip,
			stored_sha256: await sha256(content)
		});
		blobs.push(stored.bytes);
	}
	const contents: Contents<Meta> = {
		made_at: at,
		workspace: store.name,
		events,
		files,
		seals,
		draft,
		bytes,
		...(events.length === 0 && files.length > 0 && { kept: await keptBefore(store) })
	};
	const text = new TextEncoder().encode(JSON.stringify(contents));
	const header = `${MAGIC} ${String(text.length).padStart(12, '0')} ${await sha256(text)}\n`;
	return new Blob([header, text, ...blobs], { type: 'application/octet-stream' });
}

/** What a version without a log kept beside its files. */
async function keptBefore<Meta>(store: Source<Meta>): Promise<[string, unknown][]> {
	const found: [string, unknown][] = [];
	for (const name of OLD) {
		const value = await store.kept(name);
		if (value !== undefined) found.push([name, value]);
	}
	return found;
}

/** What a backup holds, every hash of it checked; throws DamagedBackup with the place where one fails. */
export async function readBackup<Meta>(file: Blob): Promise<{
	made_at: string;
	head: Head;
	events: LogEvent[];
	files: StoredFile<Meta>[];
	seals: [string, string][];
	bytes: [string, StoredBytes][];
	kept: [string, unknown][];
}> {
	const header = HEADER.exec(await file.slice(0, HEADER_BYTES).text());
	if (!header) throw new DamagedBackup('header', 'not a Kaohe backup, or its first line is damaged');
	const end = HEADER_BYTES + Number(header[1]);
	const text = await file.slice(HEADER_BYTES, end).arrayBuffer();
	const whole = (await sha256(text)) === header[2];
	const contents = parsed<Meta>(text);
	if (!contents) throw new DamagedBackup('contents', 'the list of contents is damaged');
	const fault = await chainFault(contents.events);
	// a whole chain that this build can't read is no damage
	const isNewer = !fault && whole && !contents.events.every(isEvent);
	if (isNewer) throw new NewerBackup();
	if (fault) throw new DamagedBackup(`entry ${String(fault.seq)}`, fault.fault);
	if (!whole) throw new DamagedBackup('contents', 'the list of contents is damaged');
	const bytes: [string, StoredBytes][] = [];
	let at = end;
	for (const entry of contents.bytes) {
		const stored = file.slice(at, at + entry.size);
		at += entry.size;
		const damaged = (why: string): DamagedBackup =>
			new DamagedBackup(nameOf(contents.events, entry.sha256), why);
		if (stored.size !== entry.size) throw damaged('cut off');
		if ((await sha256(await stored.arrayBuffer())) !== entry.stored_sha256)
			throw damaged('its bytes are damaged');
		const content = entry.gzip ? await through(stored, new DecompressionStream('gzip')) : stored;
		if ((await sha256(await content.arrayBuffer())) !== entry.sha256)
			throw damaged("they aren't the bytes that were imported");
		bytes.push([entry.sha256, { bytes: stored, gzip: entry.gzip }]);
	}
	await checkRecord(contents);
	if (at !== file.size) throw new DamagedBackup('length', `${String(file.size - at)} bytes too many`);
	const last = contents.events.at(-1);
	return {
		made_at: contents.made_at,
		head: { seq: last?.seq ?? 0, hash: last?.hash ?? '' },
		events: contents.events,
		files: contents.files,
		seals: contents.seals,
		bytes,
		kept: [['draft', contents.draft], ...(contents.kept ?? [])]
	};
}

/** What the log names must be what is there: sealed months and files. */
async function checkRecord<Meta>({ events, seals, files, bytes }: Contents<Meta>): Promise<void> {
	const broken = await sealFault(seals, loggedSeals(events));
	if (broken) throw new DamagedBackup(`sealed month ${broken.key}`, broken.fault);
	const named = files.map((f) => f.sha256);
	// a version without a log has its files alone
	const logged = events.length === 0 ? new Set(named) : loggedFiles(events);
	const kept = new Set([...logged, ...attachments(events).keys()]);
	const same = (a: Set<string>, b: string[]): boolean => [...a].sort().join() === [...b].sort().join();
	const held = bytes.map((entry) => entry.sha256);
	if (!same(logged, named) || !same(kept, held))
		throw new DamagedBackup('contents', 'files and log disagree');
}

/** The contents, or null where they can't be read at all; what files' `meta` hold is the caller's. */
function parsed<Meta>(text: ArrayBuffer): Contents<Meta> | null {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
		return isContents<Meta>(value) ? value : null;
	} catch {
		return null;
	}
}

const SHAPE = z.object({
	made_at: z.string(),
	workspace: z.string(),
	events: z.array(z.object({ seq: z.int() })),
	files: z.array(z.object({ sha256: z.string() })),
	seals: z.array(z.tuple([z.string(), z.string()])),
	bytes: z.array(
		z.object({ sha256: z.string(), size: z.int(), gzip: z.boolean(), stored_sha256: z.string() })
	)
});

const isContents = <Meta>(value: unknown): value is Contents<Meta> => SHAPE.safeParse(value).success;
