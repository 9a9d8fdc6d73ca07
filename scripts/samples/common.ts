import { type SampleEncoding } from './encoding';
import { type Random } from './random';
import { STATUTORY, daysBetween } from '../../src/lib/calendar/workdays';
import { BRANCHES } from './stories';
import type { SampleBranch, Story } from './story';

export const MONTHS = ['2026-07', '2026-08', '2026-09'];
/** The month after the quarter, which has begun another one. */
export const OCTOBER = '2026-10';
/** Working days by month. */
export const DUE_DAYS: Record<string, number> = {
	'2026-07': 23,
	'2026-08': 21,
	'2026-09': 22,
	[OCTOBER]: 18
};
export const QUOTA = 200;
export const SEED = 20260701;

export interface SampleFile {
	name: string;
	encoding: SampleEncoding;
	text: string;
}

export const pad = (n: number, width: number): string => String(n).padStart(width, '0');
export const people = (b: SampleBranch): string[] => [`${b.branch}-01`, `${b.branch}-02`];

/** A working moment in a month: 08:30-17:59 on one of its days. */
export function moment(draw: Random, month: string, lastDay = 28): string {
	const day = pad(1 + draw.below(lastDay), 2);
	const minute = 510 + draw.below(570);
	return `${month}-${day} ${pad(Math.floor(minute / 60), 2)}:${pad(minute % 60, 2)}:${pad(draw.below(60), 2)}`;
}

/** The working days of a month up to the 28th. */
const workdays = new Map(
	[...MONTHS, OCTOBER].map((month) => [
		month,
		daysBetween(`${month}-01`, `${month}-28`).filter((d) => STATUTORY.isWorkday(d))
	])
);

/** The same moment on a working day: callbacks and checks aren't made on days off. */
export function atWork(moment: string): string {
	const days = workdays.get(moment.slice(0, 7))!;
	const at = Math.floor(((Number(moment.slice(8, 10)) - 1) * days.length) / 28);
	return `${days[at]!}${moment.slice(10)}`;
}

export const csv = (rows: string[][], delimiter = ','): string =>
	rows
		.map(
			(row) =>
				row
					.map((cell) => (/["\n,;\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
					.join(delimiter) + '\r\n'
		)
		.join('');

/** What happened in a branch in a month: in October about what happened in August. */
export const storyOf = (b: SampleBranch, month: string): Story =>
	b.months[MONTHS.indexOf(month)] ?? b.months[1];

/** What is made of each branch in each month. */
export const each = <T>(months: string[], make: (b: SampleBranch, story: Story, month: string) => T[]): T[] =>
	months.flatMap((month) => BRANCHES.flatMap((b) => make(b, storyOf(b, month), month)));
