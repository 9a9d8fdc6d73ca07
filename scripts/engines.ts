import { mkdirSync } from 'node:fs';
import type { Engine } from '../src/lib/engine/engine';
import { openNodeEngine } from '../src/lib/engine/node';
import { BadArguments } from './read-policies';

/** What a run says of its engine. */
export interface EngineOptions {
	engine?: string;
	/** The most memory of the native engine, as `6GB`. */
	memory?: string;
	/** The folder for what the native engine has no memory for. */
	temp?: string;
}

/** From so many bytes of files on the native engine is taken unless another is asked for. */
const LARGE = 300e6;

type Native = typeof import('../src/lib/engine/native');

/** The native engine, or why this machine has none: it isn't installed, or not for a machine of this kind. */
const native = (): Promise<Native | Error> =>
	import('../src/lib/engine/native').catch((error: unknown) => error as Error);

/** Says what is wrong with what a run says of its engine; null where nothing is. */
function faultOf({ engine = '', memory, temp }: EngineOptions): string | null {
	if (!['', 'wasm', 'native'].includes(engine)) return `--engine "${engine}" is not wasm or native`;
	if (memory !== undefined && !/^\d+(?:\.\d+)?\s*[KMGT]i?B$/i.test(memory))
		return `--memory "${memory}" is not a size as 6GB`;
	if (engine === 'wasm' && (memory !== undefined || temp !== undefined))
		return '--memory and --temp are for --engine native';
	return null;
}

/** Opens the engine that is asked for; without a word the native one for files of so many bytes where it is installed, else the browser's own. Throws `BadArguments`. */
export async function openEngine(options: EngineOptions, bytes: number): Promise<Engine> {
	const fault = faultOf(options);
	if (fault !== null) throw new BadArguments(fault);
	const { engine, memory, temp } = options;
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
