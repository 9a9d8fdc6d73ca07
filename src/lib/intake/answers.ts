import type { RawRecord } from './scan';
import type { Aside, Reject } from './reject';

/** What a list of rejects says of each behind the cells of its record, as headers that no export has; `of_record` names the record by its contents. */
export const LIST_HEADERS = [
	'of_file',
	'of_line',
	'of_column',
	'of_value',
	'of_code',
	'of_reason',
	'of_record'
] as const;

/** The reject that a record of a corrected list stands for: its fault, and the record as it was. */
export type Answer = Pick<Reject, 'column' | 'code' | 'mark'>;

/** Bytes of a record that its mark is made of. */
const MARKED = 4096;

/** A short name of what a record holds (FNV-1a over its bytes), which spreadsheets leave as it is. */
export function markOf({ bytes, starts, ends, count }: RawRecord): string {
	const [from, to] = count === 0 ? [0, 0] : [starts[0]!, ends[count - 1]!];
	let hash = 0x811c9dc5 ^ (to - from);
	for (let i = from; i < Math.min(to, from + MARKED); i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
	return `r-${(hash >>> 0).toString(16).padStart(8, '0')}`;
}

/** Where the cells that name a reject stand in a header: column, code and mark; null where it isn't the header of a list of rejects. */
export function listPlaces(header: string[]): number[] | null {
	const places = ['of_column', 'of_code', 'of_record'].map((name) => header.lastIndexOf(name));
	return places.every((at) => at >= 0) ? places : null;
}

/** The reject that a record's cells name. */
export function answerOf(places: number[], cells: string[]): Answer {
	const [column = '', code = '', mark = ''] = places.map((at) => cells[at] ?? '');
	return { column, code: code as Answer['code'], mark };
}

/** What of a file was set aside. */
interface WithRejects {
	aside: Aside[];
	rejects: Reject[];
	answers?: Answer[];
}

const key = ({ column, code, mark }: Answer): string => [column, code, mark].join('\u001f');

/** The files with the rejects that no other file's corrected list answers: what is still set aside. */
export function outstanding<F extends WithRejects>(files: F[]): F[] {
	const answered = new Set(files.flatMap((f) => (f.answers ?? []).map(key)));
	if (answered.size === 0) return files;
	return files.map((file) => {
		const gone = new Set(file.rejects.filter((r) => r.mark && answered.has(key(r))).map((r) => r.record));
		if (gone.size === 0) return file;
		const aside = file.aside.map((a) => {
			const done = a.at?.filter((record) => gone.has(record)) ?? [];
			return {
				...a,
				records: a.records - done.length,
				at: a.at?.filter((record) => !gone.has(record)),
				marks: a.marks?.filter(({ record }) => !gone.has(record))
			};
		});
		return {
			...file,
			rejects: file.rejects.filter((r) => !gone.has(r.record)),
			aside: aside.filter((a) => a.records > 0)
		};
	});
}
