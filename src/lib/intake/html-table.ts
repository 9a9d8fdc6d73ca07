import { rowsText } from './workbook';

const TAG = /<(\/?)(table|tr|td|th|br|script|style)\b([^>]*)>/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The largest table of an HTML page (many systems name such a page .xls) as tab-separated UTF-8. */
export function htmlTableText(html: string): Uint8Array {
	const tables = tablesOf(html);
	const largest = tables.reduce<string[][]>((a, b) => (b.length > a.length ? b : a), []);
	return rowsText(largest);
}

/** All tables of a page, as rows of cell texts; a spanned cell stands in its first place. */
export function tablesOf(html: string): string[][][] {
	const tables: string[][][] = [];
	let rows: string[][] = [];
	let cell: { from: number; span: number } | null = null;
	let hidden = false;
	const close = (to: number): void => {
		if (!cell) return;
		rows.at(-1)?.push(cellText(html.slice(cell.from, to)), ...Array<string>(cell.span - 1).fill(''));
		cell = null;
	};
	for (const match of html.matchAll(TAG)) {
		const [whole, slash, name, attributes] = [match[0], match[1], match[2]!.toLowerCase(), match[3]!];
		if (name === 'script' || name === 'style') hidden = slash === '';
		if (hidden || name === 'br' || name === 'script' || name === 'style') continue;
		close(match.index);
		if (name === 'table' && slash === '') tables.push((rows = []));
		if (name === 'tr' && slash === '') rows.push([]);
		if ((name === 'td' || name === 'th') && slash === '') {
			const span = Number(/colspan\s*=\s*["']?(\d+)/i.exec(attributes)?.[1] ?? 1);
			cell = { from: match.index + whole.length, span: Math.min(Math.max(span, 1), 1000) };
		}
	}
	close(html.length);
	return tables;
}

function cellText(html: string): string {
	return html
		.replace(/<br\s*\/?>/gi, ' ')
		.replace(/<[^>]*>/g, '')
		.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => entity(name) ?? whole)
		.replace(/\s+/g, ' ')
		.trim();
}

function entity(name: string): string | undefined {
	if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()];
	const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
	return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
