import type { Batch } from '../intake/batch';
import { IntakeClient } from '../intake/client';
import type { ReadTask, SurveyReport, Unpacked } from '../intake/messages';
import type { Meaning } from '../intake/reader';
import type { Reject } from '../intake/reject';
import { scrubOf } from '../intake/scrub';
import type { Layout } from '../intake/layout';
import type { Vocabulary } from '../intake/vocabulary';
import { type Dropped, type Progress } from './files';
import { KEPT_REJECTS, type FileMeta, type WorkFile } from '../record/file';
import { salt } from './salt';
import type { Candidate } from './files-of';

/** Where a file stands among those that are read in one go. */
export interface Place {
	at: number;
	total: number;
	cancellable: boolean;
}

/** What reading a file finds out. */
export type Found = Pick<
	FileMeta,
	'tally' | 'rejects' | 'checkpoints' | 'mismatch' | 'aside' | 'answers' | 'scale' | 'readBy' | 'warnings'
>;

/** Where the typed rows of a file go; `restart` takes back what came. */
export interface RowsTo {
	batch: (batch: Batch) => Promise<void>;
	restart: () => Promise<void>;
}

/** What a task says of the file that it is about. */
const taskOf = (
	{ path, sheet, said, encoding, how }: WorkFile,
	blob: Blob
): Pick<ReadTask, 'blob' | 'path' | 'sheet' | 'said' | 'encoding' | 'how'> => ({
	blob,
	path,
	sheet: sheet ?? undefined,
	said: said ?? undefined,
	encoding,
	how
});

/** The reading of files in the intake's worker, and how far it has come. */
export class FileReads {
	progress = $state.raw<Progress | null>(null);
	private client: IntakeClient | null = null;

	private intake(): IntakeClient {
		if (!this.client || this.client.dead) this.client = new IntakeClient();
		return this.client;
	}

	private show(path: string, blob: Blob, { at, total }: Place, cancel: (() => void) | null): void {
		this.progress = {
			path,
			file: at,
			files: total,
			bytes: 0,
			size: blob.size,
			records: 0,
			cancel
		};
	}

	/** The files of an archive; null where the file is none. */
	unpack({ path, blob }: Dropped): Promise<Unpacked[] | null> {
		return this.intake().unpack({ path, blob });
	}

	/** Says how a file is understood. */
	survey(dropped: Dropped, layouts: ReadonlyMap<string, Layout>, place?: Place): Promise<SurveyReport> {
		if (place) this.show(dropped.path, dropped.blob, place, null);
		return this.intake().survey({ ...dropped, layouts: [...layouts] });
	}

	/** A table as it is kept: without the personal data that no measure needs, group raters under pseudonyms. */
	async cleaned(
		came: Candidate,
		layouts: ReadonlyMap<string, Layout>,
		vocabulary: Vocabulary
	): Promise<Candidate> {
		const { dropped, table } = came;
		const scrub = scrubOf(table.how);
		if (!scrub) return came;
		const { path, blob, given, said } = dropped;
		const clean = await this.intake().scrub({
			blob,
			path,
			sheet: table.sheet ?? undefined,
			said,
			encoding: table.sheet === null ? table.encoding : undefined,
			how: table.how,
			scrub,
			vocabulary,
			salt: salt()
		});
		const again = await this.survey({ path, blob: clean, given }, layouts);
		const [found] = again.tables;
		if (!found?.how.mapping) throw new Error(`${path}: not understood once personal data was taken out`);
		return {
			...came,
			dropped: { path, blob: clean, given },
			sha256: again.sha256,
			table: {
				...found,
				sheet: table.sheet,
				how: {
					...found.how,
					asks: table.how.asks,
					warnings: table.how.warnings,
					// who rated whom how isn't shown
					preview: scrub.raters ? [] : found.how.preview
				}
			},
			original: came.original ?? came.sha256,
			scrubbed: scrub.titles
		};
	}

	/** Reads a file's records into typed rows; what comes back is kept with the file. */
	async read(file: WorkFile, blob: Blob, meaning: Meaning, place: Place, sink: RowsTo): Promise<Found> {
		let rejects: Reject[] = [];
		const reading = this.intake().read(
			{ ...taskOf(file, blob), meaning, number: file.number },
			{
				batch: sink.batch,
				rejects: (found) => void (rejects = [...rejects, ...found].slice(0, KEPT_REJECTS)),
				restart: () => {
					rejects = [];
					return sink.restart();
				},
				progress: (bytes, records) => {
					if (this.progress) this.progress = { ...this.progress, bytes, records };
				}
			}
		);
		this.show(file.path, blob, place, place.cancellable ? reading.cancel : null);
		return { ...(await reading.done), rejects };
	}

	/** All rejects of a file, read from it once more. */
	async rejects(file: WorkFile, blob: Blob, meaning: Meaning): Promise<Reject[]> {
		const rejects: Reject[] = [];
		await this.intake().read(
			{ ...taskOf(file, blob), meaning, number: 0 },
			{
				batch: () => Promise.resolve(),
				rejects: (found) => found.forEach((r) => rejects.push(r)),
				restart: () => {
					rejects.length = 0;
					return Promise.resolve();
				},
				progress: () => {}
			}
		).done;
		return rejects;
	}

	/** The cells of a record as they stand in its file. */
	raw(file: WorkFile, blob: Blob, record: number): Promise<string[] | null> {
		return this.intake().raw({ ...taskOf(file, blob), checkpoints: file.checkpoints, record });
	}
}
