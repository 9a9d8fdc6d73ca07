import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { help } from '../args';
import { gzipSync } from 'node:zlib';
import { encodeText } from './encoding';
import { random } from './random';
import { partFiles } from './parts';
import { BRANCHES, NOTED } from './stories';
import { MONTHS, SEED, type SampleFile, csv, storyOf } from './common';
import { DECIDED, octoberFiles } from './october';
import { callbackFile } from './callbacks';
import { SUGGESTIONS, ticketFile } from './tickets';
import { checkFile, ratingFile, meritFile, auditFile } from './marks';
import { attendanceFile, directoryFiles } from './people';
import { feeFile } from './fees';
import { holdFile } from './holds';

/** How many tickets a branch has in a month. */
function counted(branch: string, month: string): { complaints: number; tickets: number } {
	const b = BRANCHES.find((x) => x.branch === branch)!;
	return {
		complaints: storyOf(b, month).complaints,
		tickets: Math.round(90 * (b.size ?? 1)) + SUGGESTIONS
	};
}

/** Three months of a chain of ten branches as its systems would export them; the same bytes for the same seed. */
export function sampleFiles(seed = SEED): SampleFile[] {
	const draw = random(seed);
	const asked: string[][] = [];
	const [tables, attendance] = [directoryFiles(), MONTHS.map(attendanceFile)];
	const tickets = ticketFile(draw);
	return [
		...tables,
		...attendance,
		tickets,
		...[0, 1, 2].map((m) => callbackFile(draw, m, asked)),
		checkFile(draw),
		ratingFile(),
		meritFile(draw),
		auditFile(draw),
		feeFile(draw),
		...partFiles(MONTHS, SEED + 2, counted, asked).map(({ name, cells }): SampleFile => ({
			name,
			encoding: 'utf-8',
			text: csv(cells)
		})),
		holdFile(tickets)
	];
}

/** Writes the sample below a folder: plain for the headless command, or gzipped with a list for the browser. */
export function writeSamples(folder: string, form: 'plain' | 'web'): void {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	let written = 0;
	const write = ({ name, encoding, text }: SampleFile): { name: string; file: string; bytes: number } => {
		const bytes = encodeText(text, encoding);
		const file = form === 'plain' ? name : `${String(written++)}.bin`;
		writeFileSync(join(folder, file), form === 'plain' ? bytes : gzipSync(bytes, { level: 9 }));
		return { name, file, bytes: bytes.length };
	};
	const files = sampleFiles().map(write);
	if (form === 'plain') return;
	const october = { ...DECIDED, files: octoberFiles(counted).map(write) };
	writeFileSync(join(folder, 'list.json'), JSON.stringify({ files, notes: NOTED, october }));
}

const here = fileURLToPath(import.meta.url);
if (process.argv[1] === here) {
	help('npm run samples [-- NEW_DIR]: writes the sample exports into a new folder, or anew for the build');
	const folder = process.argv[2];
	if (folder !== undefined && (folder.startsWith('-') || existsSync(folder)))
		throw new Error(`${folder}: not a new folder`);
	if (folder) writeSamples(folder, 'plain');
	else writeSamples(join(dirname(here), '../../static/samples'), 'web');
}
