import type { Tree } from './clickhouse-tree';
import { qualified } from './clickhouse-tree';

type Polyglot = typeof import('@polyglot-sql/sdk');

/** The columns of every relation, by `schema.name`: names with DuckDB's types. */
export type Declared = Map<string, [name: string, type: string][]>;

/** What the library leaves as it is: DuckDB's word, what stands for it while the library reads, and ClickHouse's. */
const WORDS: [duckdb: RegExp, between: string, clickhouse?: string][] = [
	[/\bmacro\.(\w+)\(/g, 'macro_$1('],
	[/\bunion all by name\b/g, 'union all'],
	[/\bas not materialized\b/g, 'as'],
	[/::hugeint\b/g, '::int128'],
	[/\bstrftime\(/g, 'ch_text(', 'formatDateTime('],
	[/\bto_days\(/g, 'ch_days(', 'toIntervalDay('],
	[/\bto_hours\(/g, 'ch_hours(', 'toIntervalHour('],
	[/\bto_seconds\(/g, 'ch_seconds(', 'toIntervalSecond('],
	[/\bdate_diff\(/g, 'ch_difference(', 'dateDiff('],
	[/\bdivide\(/g, 'ch_quotient(', 'intDiv('],
	[/\barg_max\(/g, 'ch_at_most(', 'argMax('],
	[/\barg_min\(/g, 'ch_at_least(', 'argMin('],
	[/\bhash\(/g, 'ch_hash(', 'cityHash64('],
	[/\bbool_and\(/g, 'min('],
	[/\bbool_or\(/g, 'max('],
	[/\brow\(/g, 'ch_row(', 'tuple('],
	[/\bchr\(31\)/g, "'\x1f'"],
	// the first day that it knows
	[/\bdate '0001-01-01'/g, "ch_day('1900-01-01')", 'toDate32(']
];

/** ClickHouse's types of the widths that DuckDB's have; its own `Date` and `DateTime` begin in 1970. */
const TYPES: Record<string, string> = {
	VARCHAR: 'String',
	DATE: 'Date32',
	TIMESTAMP: 'DateTime64(6)',
	BOOLEAN: 'Bool',
	INTEGER: 'Int32',
	BIGINT: 'Int64',
	HUGEINT: 'Int128',
	DOUBLE: 'Float64'
};

/** A column as ClickHouse declares it. */
export const declared = ([name, type]: [string, string]): string =>
	`\`${name}\` Nullable(${TYPES[type] ?? type.replace('DECIMAL', 'Decimal')})`;

/** Puts the words that only the library's text has back into ClickHouse's own. */
function worded(sql: string): string {
	let text = sql.replace(/\b(?:MACRO|CH)_\w+/g, (name) => name.toLowerCase());
	for (const [, between, clickhouse] of WORDS)
		if (clickhouse !== undefined) text = text.replaceAll(/^\w+\(/.exec(between)![0], clickhouse);
	return text
		.replaceAll(/\bmacro_(\w+)/g, `${FUNCTIONS}$1`)
		.replaceAll(/\bDateTime\b/g, 'DateTime64(6)')
		.replaceAll(/\bDATE\b|\bDate(?=\))/g, 'Date32');
}

/** What the names of the macros begin with on the cluster, where functions are everybody's. */
const FUNCTIONS = 'kaohe_';

/** Tells DuckDB's SQL in ClickHouse's words; `database` names where a schema lies there. */
export class Dialect {
	/** The library is large and fetched where it is needed. */
	static async of(columns: Declared, database: (schema: string) => string): Promise<Dialect> {
		return new Dialect(await import('@polyglot-sql/sdk'), columns, database);
	}

	private constructor(
		private readonly polyglot: Polyglot,
		private readonly columns: Declared,
		private readonly database: (schema: string) => string
	) {}

	/** A query in ClickHouse's words; throws where it can't be told. */
	query(duckdb: string): string {
		// a union of many is told one by one: the library's stack is small
		const parts = /^\s*with\b/m.test(duckdb) ? [duckdb] : duckdb.split(/\nunion all(?: by name)?\n/);
		return parts.map((part) => this.whole(part)).join('\nUNION ALL\n');
	}

	/** The macros as functions, one statement each. */
	functions(macros: string): string[] {
		const text = macros.replaceAll(/^--.*$/gm, '');
		const all = text.matchAll(
			/create or replace macro macro\.(\w+)\(([^)]*)\) as\s+([\s\S]*?);\s*(?=create|$)/g
		);
		return [...all].map(([, name, parameters, body]) => {
			const told = this.told(`select ${body!}`).replace(/^SELECT\s+/i, '');
			return `create or replace function ${FUNCTIONS}${name!} as (${parameters!}) -> ${told}`;
		});
	}

	private whole(duckdb: string): string {
		const { parse, generate, Dialect: dialects } = this.polyglot;
		const read = parse(spelled(duckdb), dialects.DuckDB);
		if (!read.success) throw new Error(read.error);
		const tree = read.ast as unknown as Tree[];
		qualified(tree[0]!, this.names, this.database);
		const written = generate(read.ast, dialects.DuckDB);
		if (!written.success) throw new Error(written.error ?? 'unwritable');
		return this.told(written.sql!.join(';'), false);
	}

	private told(duckdb: string, spell = true): string {
		const { transpile, Dialect: dialects } = this.polyglot;
		const { success, sql, error } = transpile(
			spell ? spelled(duckdb) : duckdb,
			dialects.DuckDB,
			dialects.ClickHouse
		);
		if (!success) throw new Error(error ?? 'untold');
		return worded(sql!.join(';'));
	}

	private readonly names = (relation: string): string[] | undefined =>
		this.columns.get(relation)?.map(([name]) => name);
}

/** Puts what the library can't read into words that it passes on. */
const spelled = (sql: string): string =>
	WORDS.reduce((text, [duckdb, between]) => text.replaceAll(duckdb, between), sql);
