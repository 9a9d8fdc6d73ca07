import type { Column } from './dataset';
import { plain } from './plain';
import type { Meaning } from './reader';
import type { Aside, LostMark } from './reject';
import type { Cell } from './row-reader';
import { cellText, type RawRecord } from './scan';
import { parseMonth, parseTime } from './values';

const MOST_ASIDE = 10_000;
/** How many records set aside are kept by number. */
export const MOST_NAMED = 5000;

/** What was set aside of a file, by the branch and month that it may belong to. */
export class AsideTally {
	private readonly by = new Map<string, Aside>();
	private count = 0;

	constructor(
		private readonly cells: Cell[],
		private readonly implied: Record<string, string>,
		private readonly meaning: Meaning
	) {}

	get all(): Aside[] {
		return [...this.by.values()];
	}

	/** Notes the branch and month that a record set aside may belong to, as far as it tells. */
	note(record: RawRecord | null, number: number, column = ''): void {
		this.count++;
		const said = (type: Column['type'][]): string | null => {
			const cell = this.cells.find((c) => type.includes(c.column.type) && (c.column.required ?? false));
			if (!cell) return null;
			if (cell.at < 0) return this.implied[cell.column.column] ?? null;
			return record && cell.at < record.count ? plain(cellText(record, cell.at)) || null : null;
		};
		const name = said(['branch']);
		const { branches } = this.meaning.directory;
		const branch = name === null ? null : branches ? (branches.get(name) ?? null) : name;
		const moment = said(['month', 'time', 'date']);
		const seconds = moment === null ? null : parseTime(moment);
		const month =
			moment === null
				? null
				: (parseMonth(moment) ??
					(seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 7)));
		const known = this.by.get(`${branch ?? ''}|${month ?? ''}`);
		const mark = record && this.markOf(record, number, column);
		if (known ?? this.by.size < MOST_ASIDE)
			this.setAside(known ?? { branch, month, records: 0 }, number, mark);
		else this.setAside(this.by.get('|') ?? { branch: null, month: null, records: 0 }, number, mark);
	}

	private setAside(aside: Aside, number: number, mark: LostMark | null): void {
		aside.records++;
		if (this.count <= MOST_NAMED) (aside.at ??= []).push(number);
		if (this.count <= MOST_NAMED && mark) (aside.marks ??= []).push(mark);
		this.by.set(`${aside.branch ?? ''}|${aside.month ?? ''}`, aside);
	}

	/** The customer's answer in a record whose branch or person can't be read; null where there is none. */
	private markOf(record: RawRecord, number: number, column: string): LostMark | null {
		if (column !== 'branch' && column !== 'person') return null;
		const cell = this.cells.find((c) => c.column.type === 'satisfaction');
		if (!cell || cell.at < 0 || cell.at >= record.count) return null;
		const mark = cell.reader.meaning?.(plain(cellText(record, cell.at))) ?? null;
		return mark === null ? null : { record: number, line: record.line, column, mark: Number(mark) };
	}
}
