import '../src/lib/language/both';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { survey, type SurveyedTable } from '../src/lib/intake/survey';
import { OPEN_DIRECTORY } from '../src/lib/intake/directory';
import { utf8Pieces } from '../src/lib/intake/encoding';
import { readFile } from '../src/lib/intake/read-file';
import { cellTexts, Scanner } from '../src/lib/intake/scan';
import { unreadableText, warningText } from '../src/lib/intake/sentences';
import type { ByteSource } from '../src/lib/intake/source';
import { BUILT_IN } from '../src/lib/intake/vocabulary';
import type { Warning } from '../src/lib/intake/warning';
import { timeZoneOf } from '../src/lib/policy/zone';
import { diskSource, filesBelow, handedOver } from './sources';
import { BadArguments, readPolicies } from './read-policies';
import { help } from './args';

const SAY_AFTER = 2000;

/** Says on stderr what is being done, once it takes longer than two seconds. */
function progress(size: number): (bytes: number, records: number) => void {
	let next = Date.now() + SAY_AFTER;
	return (bytes, records) => {
		if (Date.now() < next) return;
		next = Date.now() + SAY_AFTER;
		console.error(`reading: ${String(records)} records, ${String(Math.round((bytes / size) * 100))} %`);
	};
}

/** The files that are meant: each one named, and all below each folder. */
function sourcesOf(named: string[]): ByteSource[] {
	return named.flatMap((name) => {
		try {
			if (!statSync(name).isDirectory()) return [diskSource(name, name)];
		} catch (error) {
			throw new BadArguments(`${name}: ${(error as Error).message}`);
		}
		return filesBelow(name, null)
			.sort()
			.map((path) => diskSource(join(name, path), join(name, path)));
	});
}

/** What `read` says of a warning: its code, what it is about, and the sentence. */
const told = (dataset: string | null, warning: Warning): Record<string, unknown> => ({
	severity: warning.severity,
	code: warning.code,
	column: warning.column,
	records: warning.records,
	message: warningText('zh', dataset, warning)
});

async function write(lines: string[]): Promise<void> {
	if (lines.length === 0) return;
	const text = lines.splice(0).join('\n') + '\n';
	if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}

async function tell(
	file: string,
	kind: string,
	table: SurveyedTable,
	others: Warning[],
	rows: boolean
): Promise<void> {
	const { how, source, encoding } = table;
	const dataset = how.mapping?.dataset ?? null;
	const say = progress(source.size);
	const rejects = new Map<number, string>();
	const zone = timeZoneOf(readPolicies());
	const meaning = { vocabulary: BUILT_IN, directory: OPEN_DIRECTORY, scale: 5 as const, zone };
	const outcome = await readFile(source, encoding, how, meaning, 0, {
		batch: () => {},
		reject: (found) => {
			for (const r of found)
				if (how.mapping || Number(r.value) !== how.header.length) rejects.set(r.record, r.code);
		},
		restart: () => rejects.clear(),
		progress: say
	});
	const { tally } = outcome;
	const head = {
		file,
		encoding: kind,
		delimiter: how.delimiter === '\t' ? 'tab' : how.delimiter,
		quote: how.quote,
		newline: how.newline,
		dataset,
		header: how.header,
		records: tally.records,
		preamble: tally.preamble,
		footer: tally.footer,
		blank: tally.blank,
		shape_rejects: tally.shapeRejects,
		warnings: [
			...[...how.warnings, ...outcome.warnings].map((w) => told(dataset, w)),
			...others.map((w) => told(null, w)),
			...(outcome.mismatch ? [{ severity: 'loss', code: 'mismatch', message: outcome.mismatch }] : [])
		]
	};
	const lines = [JSON.stringify(head)];
	if (rows) {
		let index = -how.headerAt - how.headerRecords;
		const scanner = new Scanner(how.delimiter.charCodeAt(0), how.quote.charCodeAt(0), (record) => {
			const number = ++index;
			if (number < 1) return;
			const reject = rejects.get(number);
			lines.push(
				JSON.stringify({
					record: number,
					line: record.line,
					cells: cellTexts(record),
					...(reject && { reject })
				})
			);
		});
		for await (const piece of utf8Pieces(source, encoding)) {
			scanner.push(piece.bytes);
			await write(lines);
		}
		scanner.end();
	}
	await write(lines);
}

async function main(): Promise<number> {
	help('npm run --silent read -- FILE|DIR… [--rows]');
	const { values, positionals } = parseArgs({
		options: { rows: { type: 'boolean', default: false } },
		allowPositionals: true
	});
	if (positionals.length === 0) throw new BadArguments('npm run read -- FILE|DIR… [--rows]');
	const named = sourcesOf(positionals);
	const { sources, warnings } = await handedOver(named);
	let unread = 0;
	for (const { file, warning } of warnings) {
		if (warning.severity === 'loss') unread++;
		console.error(`${file}: ${warningText('zh', null, warning)}`);
	}
	for (const source of sources) {
		let seen = 0;
		const say = progress(source.size);
		const found = await survey(source, {}, (slice) => say((seen += slice.length), 0));
		if (found.unreadable) {
			const { code, detail } = found.unreadable;
			unread++;
			console.error(`${source.path}: ${code}: ${unreadableText('zh', code, detail)}`);
			continue;
		}
		for (const [i, table] of found.tables.entries())
			await tell(table.path, found.kind, table, i === 0 ? found.warnings : [], values.rows);
	}
	return unread > 0 ? 2 : 0;
}

main().then(
	(code) => process.exit(code),
	(error: unknown) => {
		const bad =
			error instanceof BadArguments || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
		console.error(bad ? (error as Error).message : (error as Error).stack);
		process.exit(bad ? 2 : 1);
	}
);
