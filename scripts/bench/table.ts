import { cpus, totalmem } from 'node:os';
import { CHANGES } from './page';

/** What the bench measured, as `--json` writes it. */
export interface Measured {
	machine: string;
	date: string;
	rows: number;
	repeats: number;
	/** From the choice of the file in the dialog to its scores, shown and kept. */
	kaohe_s: number;
	/** The same, where the file comes the moment that the page is there: the engine's start counts. */
	at_once_s: number;
	native2_s: number;
	native1_s: number;
	papa_s: number;
	/** The most that the tab's process held. */
	peak_mb: number;
	/** Milliseconds a stage: in Chromium as the page measured them; in Node, each alone, as `node:…`. */
	stages: Record<string, number>;
	what_if: Record<string, { median_ms: number; p95_ms: number }>;
}

/** What grew, and what it took. */
export interface Grown {
	machine: string;
	date: string;
	/** Seconds and peak MB by rows of one file. */
	rows: Record<string, { kaohe_s: number; native2_s: number; peak_mb: number }>;
	/** Seconds that each month of 50,000 callbacks took, handed over one after the other. */
	months_s: number[];
	/** Seconds by branches of a chain of three months. */
	branches: Record<string, number>;
}

export const MACHINE = `${String(cpus().length)} cores, ${String(Math.round(totalmem() / 2 ** 30))} GB`;
export const DATE = new Date().toISOString().slice(0, 10);

const many = (n: number): string => n.toLocaleString('en-US');
const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** The table that stands in the README. */
export function reportOf(m: Measured): string {
	const times = (seconds: number): string => `${(m.kaohe_s / seconds).toFixed(2)} times as long`;
	const effects = Object.entries(m.what_if).map(
		([size, { median_ms, p95_ms }]) =>
			`${size.replace('x', ' × ')}: ${String(median_ms)} ms and ${String(p95_ms)} ms`
	);
	return [
		`${many(m.rows)} callbacks, medians of ${String(m.repeats)} interleaved runs, ${m.machine}, ${m.date}; the tab held at most ${many(m.peak_mb)} MB:`,
		'',
		row(['', 'seconds', 'Kaohe in Chromium takes']),
		'|---|---|---|',
		row(['Kaohe: file chosen in the dialog → scores shown and kept', m.kaohe_s.toFixed(2), '1']),
		row([
			'Kaohe, file handed over at once: the engine’s start included',
			m.at_once_s.toFixed(2),
			`${(m.kaohe_s / m.at_once_s).toFixed(2)} times as long`
		]),
		row(['native DuckDB, two threads: CSV → same scores', m.native2_s.toFixed(2), times(m.native2_s)]),
		row(['native DuckDB, one thread', m.native1_s.toFixed(2), times(m.native1_s)]),
		row(['PapaParse objects with a Map (counts alone, no scores)', m.papa_s.toFixed(2), times(m.papa_s)]),
		'',
		`What-if, the quarter on the screen scored anew, from a slider's input event to the frame that shows its effect (median and 95 % of ${String(CHANGES)} changes), by branches × months: ${effects.join('; ')}.`
	].join('\n');
}

/** Every stage and relation that took some time, longest first. */
export const stagesOf = ({ stages }: Measured): string =>
	Object.entries(stages)
		.filter(([, ms]) => ms >= 10)
		.sort(([, a], [, b]) => b - a)
		.map(([name, ms]) => `${name.padEnd(36)} ${ms.toFixed(0).padStart(7)} ms`)
		.join('\n');

/** The growth by rows as a table of a page. */
export const growthTable = ({ rows, machine, date }: Grown): string =>
	[
		row(['callbacks', 'seconds', 'times native DuckDB, two threads', 'most memory of the tab’s process, MB']),
		'|---|---|---|---|',
		...Object.entries(rows).map(([n, { kaohe_s, native2_s, peak_mb }]) =>
			row([many(Number(n)), kaohe_s.toFixed(2), (kaohe_s / native2_s).toFixed(2), many(peak_mb)])
		),
		'',
		`${machine}, ${date}.`
	].join('\n');

/** The growth as text. */
export const growthOf = ({ rows, months_s, branches }: Grown): string =>
	[
		...Object.entries(rows).map(
			([n, { kaohe_s, native2_s, peak_mb }]) =>
				`${many(Number(n)).padStart(10)} rows: ${kaohe_s.toFixed(2)} s, ${(kaohe_s / native2_s).toFixed(2)} times native, ${many(peak_mb)} MB`
		),
		`months handed over in turn, s: ${months_s.map((s) => s.toFixed(2)).join(' ')}`,
		...Object.entries(branches).map(([n, s]) => `${n} branches: ${s.toFixed(2)} s`)
	].join('\n');
