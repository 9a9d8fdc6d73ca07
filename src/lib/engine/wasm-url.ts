import { asset } from '$app/paths';

/** Where the gzipped module of DuckDB stands; its ending keeps hosts from unpacking it on the way. */
const wasmUrl = (): string => asset('/duckdb/duckdb-eh.wasm.bin');
export default wasmUrl;
