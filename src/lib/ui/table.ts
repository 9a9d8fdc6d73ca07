import { harmless } from '../sheets/csv';

/** A column of a table: how it is headed, sorted and copied. */
export interface TableColumn<T> {
	id: string;
	title: string;
	/** Smaller words under the title. */
	subtitle?: string;
	/** What sorts and is copied; null sorts last. */
	value: (row: T) => string | number | null;
	/** How it is headed where it is copied, where what is copied is something else than what is drawn. */
	copyTitle?: string;
	/** What is copied where it differs from the value. */
	copy?: (row: T) => string;
	numeric?: boolean;
	sortable?: boolean;
	/** True where it is of no use on paper or when copied. */
	screenOnly?: boolean;
	width?: string;
}

/** The rows as cells of text, header first. */
export const tableCells = <T>(columns: TableColumn<T>[], rows: T[]): string[][] => [
	columns.map((c) => c.copyTitle ?? c.title),
	...rows.map((row) => columns.map((c) => c.copy?.(row) ?? String(c.value(row) ?? '')))
];

const escapeHtml = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Cells for the clipboard: TSV for spreadsheets, HTML for chats; nothing that a spreadsheet would run. */
export function clipboardForms(cells: string[][]): { tsv: string; html: string } {
	const flat = (text: string): string => text.replace(/[\t\r\n]+/g, ' ');
	const safe = cells.map((line) => line.map(harmless));
	const [head, ...body] = safe;
	const row = (tag: string, line: string[]): string =>
		`<tr>${line.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
	return {
		tsv: safe.map((line) => line.map(flat).join('\t')).join('\n'),
		html: `<table>${row('th', head ?? [])}${body.map((line) => row('td', line)).join('')}</table>`
	};
}

/** Puts cells on the clipboard in both forms. */
export async function copyCells(cells: string[][]): Promise<void> {
	const { tsv, html } = clipboardForms(cells);
	const item = (type: string, text: string): [string, Blob] => [type, new Blob([text], { type })];
	await navigator.clipboard.write([
		new ClipboardItem(Object.fromEntries([item('text/plain', tsv), item('text/html', html)]))
	]);
}

/** Hands a file to the user. */
export function saveFile(name: string, content: BlobPart, type: string): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 1000);
}
