import { mkdirSync } from 'node:fs';
import type { Engine } from '../src/lib/engine/engine';
import { openNodeEngine } from '../src/lib/engine/node';
import { computeOnCluster } from '../src/lib/compute/on-cluster';
import { stagingOn, takeStaged } from '../src/lib/compute/staged';
import { compute, prepare } from '../src/lib/compute/run';
import { readSql } from '../src/lib/sql/read';
import { BadArguments } from './read-policies';

/** What a run says of its engine. */
export interface EngineOptions {
	engine?: string;
	/** The most memory of the native engine, as `6GB`. */
	memory?: string;
	/** The folder for what the native engine has no memory for. */
	temp?: string;
	/** Where a ClickHouse answers over HTTP. */
	url?: string;
	/** Whether the rows stand there already. */
	staged?: boolean;
}

/** An engine, and how it computes. */
export interface Opened {
	engine: Engine;
	compute: () => Promise<void>;
}

/** From so many bytes of files on the native engine is taken unless another is asked for. */
const LARGE = 300e6;

type Native = typeof import('../src/lib/engine/native');

/** The native engine, or why this machine has none: it isn't installed, or not for a machine of this kind. */
const native = (): Promise<Native | Error> =>
	import('../src/lib/engine/native').catch((error: unknown) => error as Error);

/** Says what is wrong with what a run says of its engine; null where nothing is. */
function faultOf({ engine = '', memory, temp, url, staged = false }: EngineOptions): string | null {
	if (!['', 'wasm', 'native', 'clickhouse'].includes(engine))
		return `--engine "${engine}" is not wasm, native or clickhouse`;
	if (engine === 'clickhouse' && url === undefined) return '--engine clickhouse needs --url';
	if (engine !== 'clickhouse' && (url !== undefined || staged))
		return '--url and --staged are for --engine clickhouse';
	if (memory !== undefined && !/^\d+(?:\.\d+)?\s*[KMGT]i?B$/i.test(memory))
		return `--memory "${memory}" is not a size as 6GB`;
	if (['wasm', 'clickhouse'].includes(engine) && (memory !== undefined || temp !== undefined))
		return '--memory and --temp are for --engine native';
	return null;
}

/** Opens the engine that is asked for, without rows; without a word the native one for files of so many bytes where it is installed, else the browser's own. Throws `BadArguments`. */
export async function openEngine(options: EngineOptions, bytes: number): Promise<Opened> {
	const fault = faultOf(options);
	if (fault !== null) throw new BadArguments(fault);
	if (options.engine === 'clickhouse') return openOnCluster(options.url!, options.staged ?? false);
	const engine = await openDuckdb(options, bytes);
	await prepare(engine, readSql);
	return { engine, compute: () => compute(engine, readSql) };
}

/** DuckDB for what is small and for the scores, and a ClickHouse for the rows. */
async function openOnCluster(url: string, staged: boolean): Promise<Opened> {
	const missing = (error: unknown): never => {
		throw new BadArguments(
			`--engine clickhouse needs @clickhouse/client and @polyglot-sql/sdk (npm install): ${(error as Error).message}`
		);
	};
	const { openCluster } = await import('../src/lib/engine/clickhouse').catch(missing);
	await import('@polyglot-sql/sdk').catch(missing);
	const cluster = await openCluster(url).catch((error: unknown) => {
		throw new BadArguments(`--url ${withoutPassword(url)}: ${(error as Error).message}`);
	});
	const local = await openNodeEngine();
	await prepare(local, readSql);
	if (staged) {
		const stands = await takeStaged(local, cluster).catch((error: unknown) => {
			throw new BadArguments(`--staged: ${(error as Error).message}`);
		});
		return { engine: local, compute: () => computeOnCluster(local, cluster, readSql, stands) };
	}
	const { engine, begin } = stagingOn(local, cluster);
	return {
		engine,
		async compute() {
			await begin();
			await computeOnCluster(local, cluster, readSql);
		}
	};
}

async function openDuckdb({ engine, memory, temp }: EngineOptions, bytes: number): Promise<Engine> {
	const asked = engine === 'native' || memory !== undefined || temp !== undefined;
	if (engine === 'wasm' || !(asked || bytes > LARGE)) return openNodeEngine();
	const found = await native();
	if (found instanceof Error && !asked) return openNodeEngine();
	if (found instanceof Error)
		throw new BadArguments(
			`--engine native: @duckdb/node-api can't be loaded (npm install @duckdb/node-api): ${found.message}`
		);
	if (temp !== undefined) {
		try {
			mkdirSync(temp, { recursive: true });
		} catch (error) {
			throw new BadArguments(`--temp ${temp}: ${(error as Error).message}`);
		}
	}
	try {
		return await found.openNativeEngine({
			...(memory !== undefined && { memory }),
			...(temp !== undefined && { temp })
		});
	} catch (error) {
		throw new BadArguments(`--engine native: ${(error as Error).message}`);
	}
}

/** An address as it may stand in a log. */
function withoutPassword(url: string): string {
	if (!URL.canParse(url)) return url;
	const shown = new URL(url);
	if (shown.password !== '') shown.password = '***';
	return shown.href.replace(/\/$/, '');
}
