declare global {
	namespace App {}
	/** Of the DuckDB that is built in. */
	const DUCKDB_VERSION: string;
}
export {};
