import { isEqual } from './equal';
import type { Judged } from './mutant';

/** Of some mutants: how many there are that run, were noticed, can be told by nothing, and live. */
export interface Sum {
	mutants: number;
	killed: number;
	equal: number;
	alive: number;
}

/** Sums mutants up; those that are no program don't count. */
export function sumOf(judged: Judged[]): Sum {
	const running = judged.filter((m) => m.fate !== 'invalid');
	const alive = running.filter((m) => m.fate === 'alive');
	const equal = alive.filter((m) => isEqual(m)).length;
	return {
		mutants: running.length,
		killed: running.length - alive.length,
		equal,
		alive: alive.length - equal
	};
}

/** The share that was noticed of what could be, in per cent. */
export const scoreOf = ({ killed, alive }: Sum): string =>
	killed + alive === 0 ? '–' : `${((100 * killed) / (killed + alive)).toFixed(1)} %`;

/** Mutants as a table, a row a group. */
export function table(title: string, judged: Judged[], groupOf: (mutant: Judged) => string): string {
	const groups = new Map<string, Judged[]>();
	for (const mutant of judged) {
		const group = groups.get(groupOf(mutant)) ?? [];
		groups.set(groupOf(mutant), [...group, mutant]);
	}
	const rows = [...groups, ...(groups.size > 1 ? [['all', judged] as const] : [])].map(([name, own]) => {
		const sum = sumOf([...own]);
		return [name, sum.mutants, sum.killed, sum.equal, sum.alive, scoreOf(sum)].map(String);
	});
	const all = [[title, 'mutants', 'killed', 'equal', 'alive', 'score'], ...rows];
	const widths = all[0]!.map((_, i) => Math.max(...all.map((row) => row[i]!.length)));
	return all
		.map((row) =>
			row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ')
		)
		.join('\n');
}

/** Those that live and could be told, a line each. */
export const survivors = (judged: Judged[]): string[] =>
	judged
		.filter((m) => m.fate === 'alive' && !isEqual(m))
		.map((m) => `${m.file}:${String(m.line)} ${m.operator}: ${m.change.slice(0, 160)}`);
