import { answerOf, listPlaces, markOf, type Answer } from './answers';
import { AsideTally, MOST_NAMED } from './aside-tally';
import { BATCH_ROWS, type Batch } from './batch';
import { hasDamage, isBlank } from './cell';
import { Counter } from './count';
import { datasetOf } from './dataset';
import { utf8Pieces, type EncodingFound } from './encoding';
import type { Checkpoint, Outcome, Sink, Tally } from './outcome';
import { beginsTable, fits, isFormRow, isOutside, repeatsHeader } from './outside';
import { beginsOddly } from './plain';
import type { Meaning } from './reader';
import type { Reject } from './reject';
import { mismatchOf } from './mismatch';
import { RowReader, type Fault } from './row-reader';
import { NeedsTenPointScale } from './scale-marks';
import { cellText, cellTexts, Scanner, type RawRecord } from './scan';
import { shapeOf, type TableShape } from './shape';
import type { ByteSource } from './source';
import { titleOf } from './title';
import type { Understanding } from './understanding';
import { loss } from './warning';

/** Thrown when the sink says that the user cancelled. */
export class Cancelled extends Error {}

/** Reads every record of a text file into typed batches and rejects; nothing is skipped, and the counts are checked. */
export async function readFile(
	source: ByteSource,
	encoding: EncodingFound,
	how: Understanding,
	meaning: Meaning,
	fileNumber: number,
	sink: Sink
): Promise<Outcome> {
	try {
		return await new FileReading(encoding, how, meaning, fileNumber).run(source, sink);
	} catch (error) {
		if (!(error instanceof NeedsTenPointScale)) throw error;
		await sink.restart();
		return await new FileReading(encoding, how, { ...meaning, scale: 10 }, fileNumber).run(source, sink);
	}
}

class FileReading {
	private readonly tally: Tally = {
		records: 0,
		accepted: 0,
		rejected: 0,
		preamble: 0,
		footer: 0,
		blank: 0,
		shapeRejects: 0
	};
	private readonly rows: RowReader;
	private readonly aside: AsideTally;
	/** What only the user can say, which holds every record back. */
	private readonly asked: Fault | null;
	private readonly shape: TableShape;
	private readonly relation: string;
	/** Where a record of a list of rejects says which it stands for. */
	private readonly listed: number[] | null;
	private readonly answers: Answer[] = [];
	/** Units of amounts that a line below the table states, by column. */
	private readonly below = new Map<string, string>();
	/** Set once another table begins below: what follows isn't this one's. */
	private other: { line: number; records: number } | null = null;
	private afterBlank = false;
	private seen = 0;
	private full: Batch[] = [];
	private rejects: Reject[] = [];
	constructor(
		private readonly encoding: EncodingFound,
		private readonly how: Understanding,
		private readonly meaning: Meaning,
		private readonly fileNumber: number
	) {
		const dataset = how.mapping ? datasetOf(how.mapping.dataset) : null;
		const { columns = {}, implied = {} } = how.mapping ?? {};
		this.relation = dataset?.relation ?? '';
		this.shape = shapeOf(how.header, dataset, columns);
		this.listed = listPlaces(how.header);
		const ask = how.asks[0];
		this.asked = ask ? { column: ask.column, at: columns[ask.column] ?? -1, code: ask.kind } : null;
		this.rows = new RowReader(how, meaning);
		this.aside = new AsideTally(this.rows.cells, implied, meaning);
	}

	async run(source: ByteSource, sink: Sink): Promise<Outcome> {
		const delimiter = this.how.delimiter.charCodeAt(0);
		const quote = this.how.quote.charCodeAt(0);
		let faults = 0;
		const scanner = new Scanner(delimiter, quote, (record) => {
			if (record.fault) faults++;
			this.take(record);
		});
		const counter = new Counter(delimiter, quote);
		const checkpoints: Checkpoint[] = [];
		for await (const piece of utf8Pieces(source, this.encoding)) {
			if (sink.cancelled?.()) throw new Cancelled();
			if (scanner.atBoundary) checkpoints.push({ from: piece.from, record: this.seen, line: scanner.line });
			counter.push(piece.bytes);
			scanner.push(piece.bytes);
			await this.drain(sink);
			sink.progress?.(piece.from, this.tally.records);
		}
		counter.end();
		scanner.end();
		this.cut();
		await this.drain(sink);
		sink.progress?.(source.size, this.tally.records);
		return {
			tally: this.tally,
			checkpoints,
			aside: this.aside.all,
			answers: this.answers,
			warnings: [
				...(this.other ? [loss('unread_table', String(this.other.line), '', this.other.records)] : []),
				...[...this.below].map(([column, unit]) => loss('unit_below', column, unit)),
				...this.rows.marks.warnings()
			],
			scale: this.rows.marks.scale,
			readBy: this.meaning.scale,
			mismatch: mismatchOf(this.tally, scanner, counter, {
				faults,
				header: Math.min(this.how.headerRecords, this.seen)
			})
		};
	}

	private async drain(sink: Sink): Promise<void> {
		for (const batch of this.full) await sink.batch(batch);
		this.full = [];
		if (this.rejects.length > 0) await sink.reject(this.rejects);
		this.rejects = [];
	}

	private take(record: RawRecord): void {
		const { headerAt, headerRecords } = this.how;
		const index = this.seen++;
		if (index >= headerAt && index < headerAt + headerRecords) return;
		this.tally.records++;
		if (isBlank(record)) {
			this.tally.blank++;
			this.afterBlank = true;
		} else if (index < headerAt) this.tally.preamble++;
		else {
			this.takeRow(record, index - headerAt - headerRecords + 1);
			this.afterBlank = false;
		}
	}

	private takeRow(record: RawRecord, number: number): void {
		if (this.listed) this.answers.push(answerOf(this.listed, cellTexts(record)));
		if (this.other) {
			this.other.records++;
			return this.misshapen(record, number);
		}
		if (record.fault) return this.misshapen(record, number);
		if (isOutside(record, this.shape.required)) return this.takeFooter(record);
		if (number === 1 && isFormRow(record)) return void this.tally.preamble++;
		if (this.mayRepeat(record) && repeatsHeader(record, this.how.header)) return void this.tally.preamble++;
		if (this.afterBlank && this.startsOther(record)) return this.misshapen(record, number);
		if (!fits(record, this.how.header, this.shape.width)) {
			this.startsOther(record);
			return this.misshapen(record, number);
		}
		if (!this.how.mapping) return this.unknown(record, number);
		if (this.encoding.damaged && hasDamage(record)) return this.spoiled(record, number);
		const fault = this.asked ?? this.rows.read(record);
		if (fault) {
			if (this.startsOther(record)) return this.misshapen(record, number);
			return this.reject(record, number, fault);
		}
		this.rows.keep(this.fileNumber, number, record.line);
		this.tally.accepted++;
		if (this.rows.rows === BATCH_ROWS) this.cut();
	}

	/** A line outside the table; a unit that it states for amounts comes too late to be used, and is said. */
	private takeFooter(record: RawRecord): void {
		this.tally.footer++;
		const { amounts } = titleOf([cellTexts(record)]);
		const columns = amounts === null ? [] : this.rows.cells.filter((c) => c.column.family === 'amount');
		for (const { column } of columns)
			if (!(column.column in (this.how.mapping?.units ?? {})) && amounts !== '元')
				this.below.set(column.column, amounts!);
	}

	/** Whether a record begins as the header does; no text is made of one that doesn't. */
	private mayRepeat(record: RawRecord): boolean {
		const { at, byte } = this.shape.first;
		if (at < 0 || at >= record.count) return false;
		const c = record.bytes[record.starts[at]!]!;
		return c === byte || c === 32 || beginsOddly(c);
	}

	/** Another table begins with this record: it and all below are set aside, and it is said. */
	private startsOther(record: RawRecord): boolean {
		if (!this.how.mapping || !beginsTable(record)) return false;
		this.other = { line: record.line, records: 1 };
		return true;
	}

	private reject(record: RawRecord, number: number, { column, at, code }: Fault): void {
		this.tally.rejected++;
		const value = at < 0 ? this.how.mapping?.implied[column] : cellText(record, at).trim();
		this.pushReject(record, { record: number, line: record.line, column, value: value ?? '', code });
		this.aside.note(record, number, column);
	}

	private pushReject(record: RawRecord, reject: Reject): void {
		this.rejects.push(this.tally.rejected > MOST_NAMED ? reject : { ...reject, mark: markOf(record) });
	}

	private misshapen(record: RawRecord, number: number): void {
		this.tally.shapeRejects++;
		this.unknown(record, number);
	}

	/** A record of a file of no known data set has no columns to name. */
	private unknown(record: RawRecord, number: number): void {
		this.tally.rejected++;
		this.pushReject(record, {
			record: number,
			line: record.line,
			column: '',
			value: String(record.count),
			code: 'shape'
		});
		this.aside.note(null, number);
	}

	private spoiled(record: RawRecord, number: number): void {
		const at = Array.from({ length: record.count }, (_, i) => i).find((i) =>
			cellText(record, i).includes('\ufffd')
		)!;
		const column = this.rows.cells.find((c) => c.at === at)?.column.column ?? this.how.header[at] ?? '';
		this.reject(record, number, { column, at, code: 'encoding' });
	}

	private cut(): void {
		const { rows } = this.rows;
		if (rows === 0 || this.relation === '') return;
		this.full.push({ relation: this.relation, rows, columns: this.rows.take() });
	}
}
