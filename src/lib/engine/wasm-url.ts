import { asset } from '$app/paths';

/** Where DuckDB's module stands, under its version: what browsers and the service worker keep of it is never of another. */
const wasmUrl = (): string => asset(`/duckdb/${DUCKDB_VERSION}/duckdb-eh.wasm`);
export default wasmUrl;
