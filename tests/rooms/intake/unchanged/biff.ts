import CFB from 'cfb';

/** A cell of an .xls sheet: a number, a text, or a formula with its stored result. */
export type XlsCell =
	| { row: number; col: number; style: number; number: number; how?: 'rk' | 'number' }
	| { row: number; col: number; style: number; text: string }
	| { row: number; col: number; style: number; formula: number; pending: boolean };

export interface XlsSheet {
	name: string;
	state: number;
	cells: XlsCell[];
	/** Rows that say how they look: those hidden, and the others that say so. */
	rows: { row: number; hidden: boolean }[];
	columns: { from: number; to: number; hidden: boolean }[];
	merges: [number, number, number, number][];
	/** Runs of numbers in one record, each with its style. */
	runs: { row: number; col: number; numbers: { number: number; style: number }[] }[];
}

export interface XlsBook {
	is1904: boolean;
	locked: boolean;
	/** Formats by number, and the format of each style. */
	formats: [number, string][];
	styles: number[];
	sheets: XlsSheet[];
}

const u16 = (n: number): number[] => [n & 255, (n >> 8) & 255];
const u32 = (n: number): number[] => [...u16(n), ...u16(n >>> 16)];
const f64 = (n: number): number[] => [...new Uint8Array(new Float64Array([n]).buffer)];
const wideText = (text: string): number[] => [...text].flatMap((c) => u16(c.charCodeAt(0)));
const isWide = (text: string): boolean => [...text].some((c) => c.charCodeAt(0) > 0xff);
const record = (id: number, body: number[]): number[] => [...u16(id), ...u16(body.length), ...body];
const chars = (text: string): number[] => [
	isWide(text) ? 1 : 0,
	...(isWide(text) ? wideText(text) : [...text].map((c) => c.charCodeAt(0)))
];
/** A whole number as RK says it. */
const rk = (n: number): number[] => u32(((n << 2) | 2) >>> 0);
const begin = (type: number): number[] =>
	record(0x809, [...u16(0x600), ...u16(type), ...u16(0), ...u16(0), ...u32(0), ...u32(6)]);
const end = record(0x0a, []);

function cellRecord(cell: XlsCell): number[] {
	const at = [...u16(cell.row), ...u16(cell.col), ...u16(cell.style)];
	if ('text' in cell) return record(0x204, [...at, ...u16(cell.text.length), ...chars(cell.text)]);
	if ('formula' in cell)
		return record(0x06, [
			...at,
			...f64(cell.formula),
			...u16(cell.pending ? 2 : 0),
			...u32(0),
			...u16(3),
			0x1e,
			1,
			0
		]);
	return cell.how === 'rk'
		? record(0x27e, [...at, ...rk(cell.number)])
		: record(0x203, [...at, ...f64(cell.number)]);
}

function sheetStream({ cells, rows, columns, merges, runs }: XlsSheet): number[] {
	return [
		...begin(0x10),
		...columns.flatMap(({ from, to, hidden }) =>
			record(0x7d, [...u16(from), ...u16(to), ...u16(2048), ...u16(0), ...u16(hidden ? 1 : 6), ...u16(0)])
		),
		...rows.flatMap(({ row, hidden }) =>
			record(0x208, [
				...u16(row),
				...u16(0),
				...u16(9),
				...u16(255),
				...u16(0),
				...u16(0),
				...u16(hidden ? 0x20 : 0x1d0),
				...u16(0)
			])
		),
		...cells.flatMap(cellRecord),
		...runs.flatMap(({ row, col, numbers }) =>
			record(0xbd, [
				...u16(row),
				...u16(col),
				...numbers.flatMap(({ number, style }) => [...u16(style), ...rk(number)]),
				...u16(col + numbers.length - 1)
			])
		),
		...(merges.length > 0
			? record(0xe5, [...u16(merges.length), ...merges.flatMap((m) => m.flatMap(u16))])
			: []),
		...end
	];
}

/** The bytes of an .xls workbook (MS-XLS), as far as intake looks. */
export function xls({ is1904, locked, formats, styles, sheets }: XlsBook): Uint8Array {
	const bounds = (offsets: number[]): number[] =>
		sheets.flatMap(({ name, state }, i) =>
			record(0x85, [...u32(offsets[i] ?? 0), state, 0, name.length, ...chars(name)])
		);
	const head = (offsets: number[]): number[] => [
		...begin(5),
		...(locked ? record(0x2f, [...u16(0), ...u16(1), ...u16(2)]) : []),
		...record(0x22, u16(is1904 ? 1 : 0)),
		...formats.flatMap(([number, code]) =>
			record(0x41e, [...u16(number), ...u16(code.length), ...chars(code)])
		),
		...styles.flatMap((format) => record(0xe0, [...u16(0), ...u16(format), ...Array<number>(16).fill(0)])),
		...bounds(offsets),
		...end
	];
	const bodies = sheets.map(sheetStream);
	let at = head([]).length;
	const offsets = bodies.map((body) => (at += body.length) - body.length);
	return container('Workbook', Uint8Array.from([...head(offsets), ...bodies.flat()]));
}

/** An OLE2 file that holds one stream. */
function container(name: string, stream: Uint8Array): Uint8Array {
	const file = CFB.utils.cfb_new();
	CFB.utils.cfb_add(file, `/${name}`, stream);
	return Uint8Array.from(CFB.write(file, { type: 'array' }) as unknown as ArrayLike<number>);
}
