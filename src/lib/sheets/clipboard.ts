import { harmless } from './csv';
import { escapeHtml } from './html';

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
