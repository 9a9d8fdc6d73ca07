import { rowsText } from './workbook';

const TAG = /<(\/?)(table|tr|td|th|br|script|style)\b([^>]*)>/gi;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The largest table of an HTML page (many systems name such a page .xls) as tab-separated UTF-8. */
export function htmlTableText(html: string): Uint8Array {
	const tables = tablesOf(html);
	const largest = tables.reduce<string[][]>((a, b) => (b.length > a.length ? b : a), []);
	return rowsText(largest, false);
}

/** All tables of a page, as rows of cell texts; a spanned cell stands in its first place. */
export function tablesOf(html: string): string[][][] {
	const tables: string[][][] = [];
	let rows: string[][] = [];
	let cell: { from: number; span: number; down: number } | null = null;
	/** For each column, how many rows below are still covered by a cell that spans them. */
	let covered: number[] = [];
	let hidden = false;
	const fill = (): void => {
		const row = rows.at(-1);
		while (row && (covered[row.length] ?? 0) > 0) {
			covered[row.length]!--;
			row.push('');
		}
	};
	const close = (to: number): void => {
		if (!cell) return;
		fill();
		const { from, span, down } = cell;
		const texts = [cellText(html.slice(from, to)), ...Array<string>(span - 1).fill('')];
		for (const text of texts) {
			covered[rows.at(-1)?.length ?? 0] = down - 1;
			rows.at(-1)?.push(text);
		}
		cell = null;
	};
	for (const match of html.matchAll(TAG)) {
		const [whole, slash, name, attributes] = [match[0], match[1], match[2]!.toLowerCase(), match[3]!];
		if (name === 'script' || name === 'style') hidden = slash === '';
		if (hidden || name === 'br' || name === 'script' || name === 'style') continue;
		close(match.index);
		if (name === 'table' && slash === '') {
			tables.push((rows = []));
			covered = [];
		}
		if (name === 'tr' && slash === '') {
			fill();
			rows.push([]);
		}
		if ((name === 'td' || name === 'th') && slash === '') {
			const size = (side: string): number =>
				Math.min(
					Math.max(Number(new RegExp(`${side}\\s*=\\s*["']?(\\d+)`, 'i').exec(attributes)?.[1] ?? 1), 1),
					1000
				);
			cell = { from: match.index + whole.length, span: size('colspan'), down: size('rowspan') };
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
