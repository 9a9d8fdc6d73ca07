import CFB from 'cfb';
import { getFormatFromId } from 'numfmt';

/** What an .xls file says of its sheets and cells beside their values. */
export interface XlsLook {
	is1904: boolean;
	sheets: SheetLook[];
}

/** How a sheet looks: hidden or not, and the number formats of its cells by place. */
export interface SheetLook {
	hidden: boolean;
	hiddenRows: Set<number>;
	hiddenColumns: Set<number>;
	formats: Map<number, string>;
	/** Places of formulas that were never computed. */
	uncomputed: Set<number>;
}

const COLUMNS = 256;

/** The place of a cell as one number. */
export const placeOf = (row: number, column: number): number => row * COLUMNS + column;

/** The workbook's stream of an OLE2 file, or null where there is none; `streams` lists what there is. */
export function workbookStream(bytes: Uint8Array): { stream: Uint8Array | null; streams: string[] } {
	const container = CFB.read(bytes, { type: 'array' });
	const entry = CFB.find(container, 'Workbook');
	return {
		stream: entry ? Uint8Array.from(entry.content as ArrayLike<number>) : null,
		streams: container.FullPaths.map((path) => path.replace(/^[^/]*\//, ''))
	};
}

interface Record {
	id: number;
	at: number;
	length: number;
}

function* recordsFrom(view: DataView, from: number): Generator<Record> {
	for (let at = from; at + 4 <= view.byteLength;) {
		const length = view.getUint16(at + 2, true);
		yield { id: view.getUint16(at, true), at: at + 4, length };
		at += 4 + length;
	}
}

const ID = {
	formula: 0x06,
	eof: 0x0a,
	datemode: 0x22,
	filepass: 0x2f,
	colinfo: 0x7d,
	boundsheet: 0x85,
	mulrk: 0xbd,
	xf: 0xe0,
	number: 0x203,
	row: 0x208,
	rk: 0x27e,
	format: 0x41e
};

/** Whether a BIFF8 stream is locked by a password. */
export function isLocked(stream: Uint8Array): boolean {
	for (const { id } of recordsFrom(viewOf(stream), 0)) {
		if (id === ID.filepass) return true;
		if (id === ID.eof) return false;
	}
	return false;
}

const viewOf = (bytes: Uint8Array): DataView =>
	new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Reads how an .xls workbook looks (MS-XLS: FORMAT, XF, BOUNDSHEET, ROW, COLINFO and the numeric cells). */
export function lookOf(stream: Uint8Array): XlsLook {
	const view = viewOf(stream);
	const codes = new Map<number, string>();
	const styles: number[] = [];
	const sheets: { at: number; hidden: boolean }[] = [];
	let is1904 = false;
	for (const { id, at } of recordsFrom(view, 0)) {
		if (id === ID.eof) break;
		if (id === ID.datemode) is1904 = view.getUint16(at, true) === 1;
		if (id === ID.format) codes.set(view.getUint16(at, true), textAt(view, at + 2));
		if (id === ID.xf) styles.push(view.getUint16(at + 2, true));
		if (id === ID.boundsheet)
			sheets.push({ at: view.getUint32(at, true), hidden: (view.getUint8(at + 4) & 3) !== 0 });
	}
	const codeOf = (style: number): string => {
		const format = styles[style] ?? 0;
		return codes.get(format) ?? getFormatFromId(format);
	};
	return { is1904, sheets: sheets.map(({ at, hidden }) => ({ ...sheetLook(view, at, codeOf), hidden })) };
}

function sheetLook(view: DataView, from: number, codeOf: (style: number) => string): SheetLook {
	const look: SheetLook = {
		hidden: false,
		hiddenRows: new Set(),
		hiddenColumns: new Set(),
		formats: new Map(),
		uncomputed: new Set()
	};
	const note = (row: number, column: number, style: number): void => {
		const code = codeOf(style);
		if (code !== 'General') look.formats.set(placeOf(row, column), code);
	};
	for (const { id, at, length } of recordsFrom(view, from)) {
		if (id === ID.eof) break;
		const u16 = (offset: number): number => view.getUint16(at + offset, true);
		if (id === ID.row && (u16(12) & 0x20) !== 0) look.hiddenRows.add(u16(0));
		if (id === ID.colinfo && (u16(8) & 1) !== 0)
			for (let c = u16(0); c <= u16(2) && c < COLUMNS; c++) look.hiddenColumns.add(c);
		if (id === ID.number || id === ID.rk || id === ID.formula) note(u16(0), u16(2), u16(4));
		if (id === ID.formula && (u16(14) & 2) !== 0 && view.getFloat64(at + 6, true) === 0)
			look.uncomputed.add(placeOf(u16(0), u16(2)));
		if (id === ID.mulrk) for (let i = 0; i < (length - 6) / 6; i++) note(u16(0), u16(2) + i, u16(4 + i * 6));
	}
	return look;
}

/** A string of a FORMAT record: its length, whether it is wide, its characters. */
function textAt(view: DataView, at: number): string {
	const length = view.getUint16(at, true);
	const wide = (view.getUint8(at + 2) & 1) !== 0;
	let text = '';
	for (let i = 0; i < length; i++)
		text += String.fromCharCode(wide ? view.getUint16(at + 3 + i * 2, true) : view.getUint8(at + 3 + i));
	return text;
}
