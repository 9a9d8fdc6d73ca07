import { Parser } from 'htmlparser2';
import { spread, type Merge, type Sheet } from './sheet';

const MOST_SPAN = 1000;
/** Elements whose text nobody sees. */
const UNSEEN = new Set(['script', 'style', 'head', 'template', 'noscript', 'select', 'textarea']);

interface Cell {
	text: string;
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

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** All tables of a page, in order; a cell within a table within a cell belongs to the inner one. */
export function tablesOf(html: string): string[][][] {
	const done: Table[] = [];
	const open: Table[] = [];
	let unseen = 0;
	const close = (): void => {
		const table = open.at(-1);
		if (!table?.cell) return;
		const { text, down, across } = table.cell;
		const row = table.rows.at(-1)!;
		while ((table.covered[row.length] ?? 0) > 0) {
			table.covered[row.length]!--;
			row.push('');
		}
		const [startRow, startCol] = [table.rows.length - 1, row.length];
		for (let i = 0; i < across; i++) {
			table.covered[row.length] = down - 1;
			row.push(i === 0 ? squeezed(text) : '');
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
				table.cell = { text: '', down: span(attributes['rowspan']), across: span(attributes['colspan']) };
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
	return done.map(({ rows, merges }) => {
		spread(rows, merges);
		return rows;
	});
}

/** The tables of a page as sheets: those that share a header are one, page after page. */
export function readHtml(html: string): Sheet[] {
	const sheets: Sheet[] = [];
	const byHeader = new Map<string, Sheet>();
	for (const rows of tablesOf(html)) {
		if (rows.every((row) => row.every((cell) => cell === ''))) continue;
		const header = rows.find((row) => row.filter((cell) => cell !== '').length > 1) ?? rows[0]!;
		const key = header.join('\u001f');
		const known = byHeader.get(key);
		if (known && header.length > 1) known.rows.push(...rows);
		else {
			const sheet = { name: String(sheets.length + 1), hidden: false, rows, warnings: [] };
			sheets.push(sheet);
			byHeader.set(key, sheet);
		}
	}
	return sheets;
}
