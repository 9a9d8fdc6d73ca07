import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { survey } from '../src/lib/engine/survey';
import { utf8Pieces } from '../src/lib/intake/encoding';
import { readFile } from '../src/lib/intake/read-file';
import { cellTexts, Scanner } from '../src/lib/intake/scan';
import { BUILT_IN } from '../src/lib/intake/vocabulary';
import { message, type MessageKey } from '../src/lib/i18n/messages';
import { BadArguments, diskSource } from './headless';
import { join } from 'node:path';

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

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		options: { rows: { type: 'boolean', default: false } },
		allowPositionals: true
	});
	const [file] = positionals;
	if (!file || positionals.length > 1) throw new BadArguments('npm run read -- FILE [--rows]');
	let source;
	try {
		if (statSync(file).isDirectory()) throw new Error('is a folder');
		source = diskSource(join(dirname(file), basename(file)), file);
	} catch (error) {
		throw new BadArguments(`${file}: ${(error as Error).message}`);
	}
	const say = progress(source.size);
	let seen = 0;
	const { opened, how, unreadable } = await survey(source, new Map(), undefined, (slice) =>
		say((seen += slice.length), 0)
	);
	if (unreadable) {
		const text = message('zh', `unreadable.${unreadable.code}` as MessageKey, { detail: unreadable.detail });
		throw new BadArguments(`${file}: ${unreadable.code}: ${text}`);
	}
	const rejects = new Map<number, string>();
	const meaning = { vocabulary: BUILT_IN, directory: { branches: null, people: null }, scale: 5 as const };
	const outcome = await readFile(opened.source, opened.encoding, how, meaning, 0, {
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
		encoding: opened.kind,
		delimiter: how.delimiter === '\t' ? 'tab' : how.delimiter,
		quote: how.quote,
		newline: how.newline,
		dataset: how.mapping?.dataset ?? null,
		header: how.header,
		records: tally.records,
		preamble: tally.preamble,
		footer: tally.footer,
		blank: tally.blank,
		shape_rejects: tally.shapeRejects,
		warnings: [...how.warnings, ...(outcome.mismatch ? [`mismatch:${outcome.mismatch}`] : [])]
	};
	const lines = [JSON.stringify(head)];
	const flush = async (): Promise<void> => {
		if (lines.length === 0) return;
		const text = lines.splice(0).join('\n') + '\n';
		if (!process.stdout.write(text)) await new Promise((resolve) => process.stdout.once('drain', resolve));
	};
	if (values.rows) {
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
		for await (const piece of utf8Pieces(opened.source, opened.encoding)) {
			scanner.push(piece.bytes);
			await flush();
		}
		scanner.end();
	}
	await flush();
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		const bad =
			error instanceof BadArguments || String((error as { code?: string }).code).startsWith('ERR_PARSE_ARGS');
		console.error(bad ? (error as Error).message : (error as Error).stack);
		process.exit(bad ? 2 : 1);
	}
);
