import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { hiddenNotes, spread, type Merge, type Sheet } from './sheet';
import { shifted, storedText } from './shown';

const MOST_CELLS = 20_000_000;
const MOST_COLUMNS = 16_384;

interface Open {
	text: string;
	paragraphs: number;
	attributes: Record<string, string>;
	covered: boolean;
}

/** The sheets of an OpenDocument workbook as they are shown; throws where it can't be read. */
export function readOds(bytes: Uint8Array): Sheet[] {
	const [xml] = Object.values(unzipSync(bytes, { filter: ({ name }) => name === 'content.xml' }));
	if (!xml) throw new Error('no content.xml');
	return new OdsReading().read(strFromU8(xml));
}

/** Whether its content is encrypted. */
export function isLocked(bytes: Uint8Array): boolean {
	const [xml] = Object.values(unzipSync(bytes, { filter: ({ name }) => name === 'META-INF/manifest.xml' }));
	return xml !== undefined && strFromU8(xml).includes('encryption-data');
}

class OdsReading {
	private readonly sheets: Sheet[] = [];
	/** Table styles that hide their sheet. */
	private readonly unseen = new Set<string>();
	private style = '';
	private rows: string[][] = [];
	private merges: Merge[] = [];
	private row: string[] = [];
	private cell: Open | null = null;
	private repeat = 1;
	private hiddenRow = false;
	private hiddenRows = 0;
	private hiddenColumns = 0;
	private depth = 0;
	private annotation = 0;

	read(xml: string): Sheet[] {
		const parser = new Parser(
			{
				onopentag: (name, attributes) => this.open(name, attributes),
				ontext: (text) => {
					if (this.cell && this.annotation === 0) this.cell.text += text;
				},
				onclosetag: (name) => this.close(name)
			},
			{ xmlMode: true }
		);
		parser.write(xml);
		parser.end();
		return this.sheets;
	}

	private open(name: string, a: Record<string, string>): void {
		switch (name) {
			case 'style:style':
				this.style = a['style:family'] === 'table' ? (a['style:name'] ?? '') : '';
				break;
			case 'style:table-properties':
				if (a['table:display'] === 'false') this.unseen.add(this.style);
				break;
			case 'table:table':
				if (this.depth++ > 0) break;
				[this.rows, this.merges, this.hiddenRows, this.hiddenColumns] = [[], [], 0, 0];
				this.sheets.push({
					name: a['table:name'] ?? String(this.sheets.length + 1),
					hidden: this.unseen.has(a['table:style-name'] ?? ''),
					rows: this.rows,
					merged: [],
					warnings: []
				});
				break;
			case 'table:table-column':
				if (a['table:visibility']) this.hiddenColumns += repeated(a, 'columns');
				break;
			case 'table:table-row':
				this.row = [];
				this.repeat = repeated(a, 'rows');
				this.hiddenRow = a['table:visibility'] !== undefined && a['table:visibility'] !== 'visible';
				break;
			case 'table:table-cell':
			case 'table:covered-table-cell':
				this.cell = { text: '', paragraphs: 0, attributes: a, covered: name !== 'table:table-cell' };
				break;
			case 'office:annotation':
				this.annotation++;
				break;
			case 'text:p':
				if (this.cell && this.annotation === 0 && this.cell.paragraphs++ > 0) this.cell.text += '\n';
				break;
			case 'text:s':
				if (this.cell) this.cell.text += ' '.repeat(Math.min(Number(a['text:c'] ?? 1), 1000));
				break;
			case 'text:tab':
			case 'text:line-break':
				if (this.cell) this.cell.text += ' ';
		}
	}

	private close(name: string): void {
		if (name === 'office:annotation') this.annotation--;
		if (name === 'table:table') this.endTable();
		if (name === 'table:table-row') this.endRow();
		if ((name === 'table:table-cell' || name === 'table:covered-table-cell') && this.cell)
			this.endCell(this.cell);
	}

	private endTable(): void {
		if (--this.depth > 0) return;
		const sheet = this.sheets.at(-1)!;
		while (this.rows.at(-1)?.length === 0) this.rows.pop();
		sheet.merged = spread(this.rows, this.merges);
		sheet.warnings = hiddenNotes(this.hiddenRows, Math.min(this.hiddenColumns, widthOf(this.rows)));
	}

	private endRow(): void {
		while (this.row.at(-1) === '') this.row.pop();
		if (this.row.length === 0) {
			// the empty rows below the last are said as one that repeats a million times
			for (let i = 0; i < Math.min(this.repeat, 1000); i++) this.rows.push([]);
			return;
		}
		if ((this.rows.length + this.repeat) * this.row.length > MOST_CELLS) throw new Error('too many cells');
		if (this.hiddenRow) this.hiddenRows += this.repeat;
		for (let i = 0; i < this.repeat; i++) this.rows.push([...this.row]);
	}

	private endCell({ text, attributes: a, covered }: Open): void {
		this.cell = null;
		const shown = covered ? '' : cellText(a, text);
		const [down, across] = [spanned(a, 'rows'), spanned(a, 'columns')];
		if (down > 1 || across > 1)
			this.merges.push({
				startRow: this.rows.length,
				startCol: this.row.length,
				endRow: this.rows.length + down - 1,
				endCol: this.row.length + across - 1
			});
		const times = shown === '' ? Math.min(repeated(a, 'columns'), 1000) : repeated(a, 'columns');
		for (let i = 0; i < times && this.row.length < MOST_COLUMNS; i++) this.row.push(shown);
	}
}

const repeated = (a: Record<string, string>, what: 'rows' | 'columns'): number =>
	Math.max(1, Number(a[`table:number-${what}-repeated`] ?? 1));
const spanned = (a: Record<string, string>, what: 'rows' | 'columns'): number =>
	Math.max(1, Number(a[`table:number-${what}-spanned`] ?? 1));
const widthOf = (rows: string[][]): number => rows.reduce((most, row) => Math.max(most, row.length), 0);

/** A cell as it is shown, with its stored precision where the text only rounds it. */
function cellText(a: Record<string, string>, text: string): string {
	const formula = a['table:formula'];
	const type = a['office:value-type'] ?? '';
	if (formula !== undefined && type === '' && text === '') return `=${formula.replace(/^[a-z]+:=/, '')}`;
	if (type === 'date') return dateOf(a['office:date-value'] ?? text);
	const value = Number(a['office:value']);
	if (type === 'percentage' && /^-?[\d.,]+%$/.test(text.trim())) return `${shifted(storedText(value), 2)}%`;
	if (type !== 'float' && type !== 'currency') return text;
	if (!Number.isFinite(value)) return text;
	const number = text.replace(/[\s,¥￥$]/g, '');
	if (!/^-?\d+(?:\.\d+)?$/.test(number)) return text;
	const decimals = (number.split('.')[1] ?? '').length;
	const stored = storedText(value);
	const same = Math.abs(Number(number) - value) <= 0.5000001 * 10 ** -decimals;
	return same && decimals < (stored.split('.')[1] ?? '').length ? stored : text;
}

const dateOf = (value: string): string =>
	value
		.replace('T', ' ')
		.replace(/\.\d+$/, '')
		.replace(/ 00:00:00$/, '');
