/** A name as the parser holds it. */
interface Name {
	name: string;
	quoted: boolean;
}
interface Column {
	column: { name: Name; table?: Name | null };
}
interface Star {
	star: { table?: Name | null; except?: Name[] | null };
}
interface Aliased {
	alias: { this: unknown; alias: Name };
}
type Expression = Partial<Column & Star & Aliased>;
interface Source {
	table?: { name: Name; schema?: Name | null; alias?: Name | null };
	subquery?: { this: Tree; alias?: Name | null; column_aliases?: Name[] };
}
interface Join {
	this: Source;
	on?: unknown;
	using?: Name[];
	kind: string;
}
interface With {
	ctes: { alias: Name; this: Tree }[];
}
interface Select {
	expressions: Expression[];
	from?: { expressions: Source[] } | null;
	joins?: Join[];
	with?: With | null;
	where_clause?: unknown;
	having?: unknown;
	qualify?: unknown;
}
interface Both {
	left: Tree;
	right: Tree;
	with?: With | null;
}

/** A query as the parser holds it, as far as it is looked at. */
export interface Tree {
	select?: Select;
	union?: Both;
	except?: Both;
	intersect?: Both;
	subquery?: { this: Tree };
	values?: unknown;
}

/** The columns of a relation, by `schema.name`. */
type Names = (relation: string) => string[] | undefined;
/** What a query takes rows from: its name there and its columns; a hidden one only filters. */
interface Taken {
	name: string;
	columns: string[];
	using: Set<string>;
	hidden: boolean;
}

/** Names every column that a query gives: ClickHouse calls one of a join `table.column` where others have it, too, and knows no `table.*` of the names alone. Writes the database of each relation; answers with the columns. */
export function qualified(tree: Tree, names: Names, database: (schema: string) => string): string[] {
	type Known = ReadonlyMap<string, string[]>;

	function queried(query: Tree, known: Known): string[] {
		if (query.subquery) return queried(query.subquery.this, known);
		if (query.values !== undefined) return [];
		const both = query.union ?? query.except ?? query.intersect;
		if (both) {
			const within = withThose(both.with, known);
			const columns = queried(both.left, within);
			queried(both.right, within);
			return columns;
		}
		return selected(query.select!, known);
	}

	function withThose(clause: With | null | undefined, known: Known): Known {
		const all = new Map(known);
		for (const { alias, this: query } of clause?.ctes ?? []) all.set(alias.name, queried(query, all));
		return all;
	}

	function taken({ table, subquery }: Source, known: Known): Pick<Taken, 'name' | 'columns'> {
		if (subquery) {
			const own = queried(subquery.this, known);
			const given = subquery.column_aliases ?? [];
			return { name: subquery.alias?.name ?? '', columns: given.length > 0 ? given.map((g) => g.name) : own };
		}
		const { name, schema, alias } = table!;
		const columns = schema ? names(`${schema.name}.${name.name}`) : known.get(name.name);
		if (!columns) throw new Error(`nothing is known of ${schema ? `${schema.name}.` : ''}${name.name}`);
		if (schema) schema.name = database(schema.name);
		return { name: alias?.name ?? name.name, columns };
	}

	function selected(select: Select, known: Known): string[] {
		const within = withThose(select.with, known);
		const sources: Taken[] = [];
		for (const source of select.from?.expressions ?? [])
			sources.push({ ...taken(source, within), using: new Set(), hidden: false });
		for (const { this: source, on, using = [], kind } of select.joins ?? []) {
			inside(on, within);
			const hidden = /Semi|Anti/.test(kind);
			sources.push({ ...taken(source, within), using: new Set(using.map((u) => u.name)), hidden });
		}
		const given: [name: string, each: Expression][] = [];
		for (const expression of select.expressions) {
			if (!expression.star && !expression.column) inside(expression, within);
			const there = new Set(given.map(([name]) => name));
			// what two sources call the same is told once
			given.push(...columnsIn(expression, sources).filter(([name]) => !expression.star || !there.has(name)));
		}
		select.expressions = given.map(([, each]) => each);
		for (const part of [select.where_clause, select.having, select.qualify]) inside(part, within);
		return given.flatMap(([name]) =>
			name === '*' ? sources.filter((s) => !s.hidden).flatMap((s) => s.columns) : [name]
		);
	}

	/** Finds the queries within an expression. */
	function inside(part: unknown, known: Known): void {
		if (Array.isArray(part)) for (const each of part) inside(each, known);
		else if (isTree(part)) queried(part, known);
		else if (typeof part === 'object' && part !== null) inside(Object.values(part), known);
	}

	return queried(tree, new Map());
}

const isTree = (part: unknown): part is Tree =>
	typeof part === 'object' &&
	part !== null &&
	!Array.isArray(part) &&
	['select', 'union', 'except', 'intersect'].some((kind) => Object.hasOwn(part, kind));

/** The columns that one expression of a select gives, by name. */
function columnsIn(expression: Expression, sources: Taken[]): [name: string, each: Expression][] {
	const { star, column, alias } = expression;
	if (column?.table) return [[column.name.name, named(column.table.name, column.name.name)]];
	if (!star) return [[alias?.alias.name ?? column?.name.name ?? '', expression]];
	const except = new Set(star.except?.map((e) => e.name));
	// all of one source: as it is
	if (!star.table && sources.length === 1 && except.size === 0) return [['*', expression]];
	const from = star.table
		? sources.filter((s) => s.name === star.table!.name).map((s) => ({ ...s, using: new Set<string>() }))
		: sources.filter((s) => !s.hidden);
	return from.flatMap(({ name, columns, using }) =>
		columns
			.filter((c) => !except.has(c) && !using.has(c))
			.map((c): [string, Expression] => [c, named(name, c)])
	);
}

/** `"table"."column" as "column"`. */
function named(table: string, name: string): Expression {
	const quoted = (text: string): Name & { trailing_comments: []; span: null } => ({
		name: text,
		quoted: true,
		trailing_comments: [],
		span: null
	});
	const column = {
		name: quoted(name),
		table: quoted(table),
		join_mark: false,
		trailing_comments: [],
		span: null,
		inferred_type: null
	};
	return {
		alias: {
			this: { column },
			alias: quoted(name),
			column_aliases: [],
			alias_explicit_as: true,
			alias_keyword: null,
			pre_alias_comments: [],
			trailing_comments: [],
			inferred_type: null
		} as Aliased['alias']
	};
}
