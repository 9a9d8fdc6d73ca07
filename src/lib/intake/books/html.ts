import { Parser } from 'htmlparser2';
import { spread, type Merge, type Sheet } from './sheet';
import { EPOCH_1900, valueText } from './shown';

const MOST_SPAN = 1000;
/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'select', 'textarea']);

interface Cell {
	text: string;
	/** The number format and the number that Excel's HTML says beside the text. */
	format: string;
	number: string | null;
	down: number;
	across: number;
}

interface Table {
	rows: string[][];
	merges: Merge[];
	/** For each column, how many rows below are still covered by a cell that spans them. */
	covered: number[];
	cell: Cell | null;
}

const UNSEEN_INPUTS = new Set(['hidden', 'checkbox', 'radio', 'button', 'submit', 'image', 'file']);
const NAMED_FORMATS: Record<string, string> = {
	percent: '0.00%',
	general: '',
	fixed: '0.00',
	standard: '#,##0.00',
	'@': ''
};

/** The number format of a cell's style (mso-number-format), with its escapes undone; empty where it has none. */
function formatIn(style: string): string {
	const said = /mso-number-format\s*:\s*(?:"([^"]*)"|'([^']*)'|([^;]+))/i.exec(style);
	const code = (said?.[1] ?? said?.[2] ?? said?.[3] ?? '').trim();
	const undone = code
		.replace(/\\([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
		.replace(/\\(.)/g, '$1');
	return NAMED_FORMATS[undone.toLowerCase()] ?? undone;
}

/** A cell's text, by its number format where it is a number. */
function shown({ text, format, number }: Cell): string {
	const said = squeezed(text);
	const bare = said === '' && number ? number : said;
	if (format === '' || !/^-?\d+(?:\.\d+)?$/.test(bare)) return bare;
	return valueText(Number(bare), format, EPOCH_1900);
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** All tables of a page, in order; a cell within a table within a cell belongs to the inner one. */
function tablesOf(html: string): Pick<Sheet, 'rows' | 'merged'>[] {
	const done: Table[] = [];
	const open: Table[] = [];
	let unseen = 0;
	const close = (): void => {
		const table = open.at(-1);
		if (!table?.cell) return;
		const { down, across } = table.cell;
		const row = table.rows.at(-1)!;
		while ((table.covered[row.length] ?? 0) > 0) {
			table.covered[row.length]!--;
			row.push('');
		}
		const [startRow, startCol] = [table.rows.length - 1, row.length];
		for (let i = 0; i < across; i++) {
			table.covered[row.length] = down - 1;
			row.push(i === 0 ? shown(table.cell) : '');
		}
		if (down > 1 || across > 1)
			table.merges.push({ startRow, startCol, endRow: startRow + down - 1, endCol: startCol + across - 1 });
		table.cell = null;
	};
	const span = (value: string | undefined): number =>
		Math.min(Math.max(Number.parseInt(value ?? '1', 10) || 1, 1), MOST_SPAN);
	const parser = new Parser({
		onopentag(name, attributes) {
			if (UNSEEN.has(name)) unseen++;
			const table = open.at(-1);
			if (name === 'table') {
				const fresh: Table = { rows: [], merges: [], covered: [], cell: null };
				open.push(fresh);
				done.push(fresh);
			} else if (name === 'tr' && table) {
				close();
				const last = table.rows.at(-1);
				while (last && (table.covered[last.length] ?? 0) > 0) {
					table.covered[last.length]!--;
					last.push('');
				}
				table.rows.push([]);
			} else if ((name === 'td' || name === 'th') && table) {
				close();
				if (table.rows.length === 0) table.rows.push([]);
				table.cell = {
					text: '',
					format: formatIn(attributes['style'] ?? ''),
					number: attributes['x:num'] ?? null,
					down: span(attributes['rowspan']),
					across: span(attributes['colspan'])
				};
			} else if (name === 'input' && table?.cell && !UNSEEN_INPUTS.has(attributes['type'] ?? 'text')) {
				table.cell.text += attributes['value'] ?? '';
			} else if ((name === 'br' || name === 'p' || name === 'div') && table?.cell) table.cell.text += ' ';
		},
		ontext(text) {
			const cell = open.at(-1)?.cell;
			if (cell && unseen === 0) cell.text += text;
		},
		onclosetag(name) {
			if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1);
			if (name === 'td' || name === 'th' || name === 'table') close();
			if (name === 'table') open.pop();
		}
	});
	parser.write(html);
	parser.end();
	return done.map(({ rows, merges }) => ({ rows, merged: spread(rows, merges) }));
}

/** The tables of a page as sheets: those that share a header are one, page after page. */
export function readHtml(html: string): Sheet[] {
	const sheets: Sheet[] = [];
	const byHeader = new Map<string, Sheet>();
	for (const { rows, merged } of tablesOf(html)) {
		if (rows.every((row) => row.every((cell) => cell === ''))) continue;
		const header = rows.find((row) => row.filter((cell) => cell !== '').length > 1) ?? rows[0]!;
		const key = header.join('\u001f');
		const known = byHeader.get(key);
		if (known && header.length > 1) {
			for (const row of rows) known.rows.push(row);
			known.merged.push(...merged);
		} else {
			const sheet = { name: String(sheets.length + 1), hidden: false, rows, merged, warnings: [] };
			sheets.push(sheet);
			byHeader.set(key, sheet);
		}
	}
	return sheets;
}
