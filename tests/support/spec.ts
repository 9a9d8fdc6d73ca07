import { readFileSync } from 'node:fs';

/** One row of a given/then table: what is given, and what must come out. */
export interface SpecRow {
	title: string;
	reading: string;
	given: Record<string, string>;
	then: Record<string, string>;
	/** The exports of its section, a file a data set. */
	files: Record<string, string>;
	/** What its section says beside tables and exports. */
	text: string;
}

/** The rows of all tables of a specification, each under its heading. */
export function specRows(file: URL): SpecRow[] {
	const rows: SpecRow[] = [];
	let title = '';
	let header: string[] | null = null;
	let files: Record<string, string> = {};
	let within: string | null = null;
	let text = '';
	for (const line of readFileSync(file, 'utf8').split('\n')) {
		const [, opened] = /^```csv (\w+)$/.exec(line) ?? [];
		if (opened) {
			within = opened;
			files[within] = '';
			continue;
		}
		if (line === '```') within = null;
		if (within) {
			files[within] = `${files[within] ?? ''}${line}\n`;
			continue;
		}
		if (line.startsWith('#')) {
			title = line.replace(/^#+\s*/, '');
			files = {};
			text = '';
		}
		if (!line.startsWith('|')) {
			header = null;
			text += `${line}\n`;
			continue;
		}
		const cells = line
			.slice(1, -1)
			.split('|')
			.map((cell) => cell.trim());
		if (!header) header = cells;
		else if (!cells.every((cell) => /^-+$/.test(cell)))
			rows.push({ ...rowOf(title, header, cells), files: { ...files }, text });
	}
	return rows;
}

function rowOf(title: string, header: string[], cells: string[]): SpecRow {
	const row: SpecRow = { title, reading: '', given: {}, then: {}, files: {}, text: '' };
	header.forEach((name, i) => {
		const cell = cells[i] ?? '';
		if (name === 'reading') row.reading = cell;
		else if (name.startsWith('→')) row.then[name.slice(1).trim()] = cell;
		else row.given[name] = cell;
	});
	return row;
}

/** The readings that a row chooses, as `reading=choice` pairs. */
export const choicesOf = (reading: string): Record<string, string> =>
	Object.fromEntries(
		reading
			.split(' ')
			.filter(Boolean)
			.map((pair) => pair.split('=') as [string, string])
	);
