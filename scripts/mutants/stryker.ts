import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { changeOf, type Judged } from './mutant';
import { ROOMS } from './rooms';
import { sampled } from './sample';

/** Lines that are in or out of a sample together. */
const STRETCH = 10;

/** Puts a share of a room's mutants to its tests. */
export async function judgeRoom(name: string, share: number, seed: string): Promise<Judged[]> {
	const room = ROOMS[name];
	if (!room) throw new Error(`no room ${name}: ${Object.keys(ROOMS).join(', ')}`);
	process.env['MUTANTS_ROOM'] = name;
	const results = await new Stryker({
		mutate: parts(filesOf(room.mutate), share, seed),
		mutator: { excludedMutations: room.excluded },
		testRunner: 'vitest',
		vitest: { configFile: 'scripts/mutants/room.config.ts', related: false },
		coverageAnalysis: 'perTest',
		ignoreStatic: true,
		concurrency: 1,
		timeoutMS: 20_000,
		reporters: [],
		logLevel: 'error' as never,
		fileLogLevel: 'off' as never,
		allowConsoleColors: false,
		ignorePatterns: [
			'build',
			'static',
			'docs',
			'tests/e2e',
			'!.svelte-kit',
			'.svelte-kit/output',
			'.svelte-kit/beside'
		]
	}).runMutationTest();
	return results.flatMap(({ status, fileName, location, mutatorName, replacement, killedBy }): Judged[] => {
		if (status === 'Ignored' || status === 'CompileError') return [];
		const lines = readFileSync(fileName, 'utf8').split('\n');
		const { start, end } = location;
		// places are told from 1
		const own = lines.slice(start.line - 1, end.line);
		own[own.length - 1] = own.at(-1)!.slice(0, end.column - 1);
		own[0] = own[0]!.slice(start.column - 1);
		return [
			{
				file: relative(process.cwd(), fileName),
				operator: mutatorName,
				line: start.line,
				text: lines[start.line - 1]!.trim(),
				change: changeOf(own.join('\n'), replacement),
				fate: status === 'Survived' || status === 'NoCoverage' ? 'alive' : 'killed',
				by: killedBy?.[0]
			}
		];
	});
}

const filesOf = (pattern: RegExp): string[] =>
	readdirSync('src/lib', { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => /\.ts$/.test(file) && pattern.test(file))
		.sort()
		.map((file) => `src/lib/${file}`);

/** Files, or a share of their stretches. */
function parts(files: string[], share: number, seed: string): string[] {
	if (share >= 1) return files;
	const all = files.flatMap((file) => {
		const count = Math.ceil(readFileSync(file, 'utf8').split('\n').length / STRETCH);
		return Array.from(
			{ length: count },
			(_, i) => `${file}:${String(i * STRETCH + 1)}-${String((i + 1) * STRETCH)}`
		);
	});
	return sampled(all, share, seed, (part) => part);
}
