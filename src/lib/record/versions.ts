import { dependencies, version } from '../../../package.json';

/** What computes here: written into every sealed month. */
export const VERSIONS: Record<string, string> = {
	kaohe: version,
	'duckdb-wasm': dependencies['@duckdb/duckdb-wasm']
};
