import { askRows } from '$lib/work/ask';
import type { Workspace } from '$lib/work/workspace.svelte';
import type { Row } from '$lib/engine/engine';
import { fail } from '$lib/ui/fail';
import { literal } from '$lib/sql/literal';

/** Conditions on columns of a record; null asks for a missing value. */
type Where = Record<string, string | null>;

/** What is asked of the imported files: a fact, columns of it as text, and what its rows hold. */
export interface Asked {
	fact: 'rating' | 'merit' | 'audit' | 'figure';
	columns: string[];
	where: Where;
}

/** The rows that imported files hold beside what a form enters; what was entered by hand is none of them. */
function importedQuery({ fact, columns, where }: Asked, numbers: number[]): string {
	const conditions = Object.entries(where).map(([column, value]) =>
		value === null ? `${column} is null` : `${column} = ${literal(value)}`
	);
	return `select ${columns.map((c) => `${c}::varchar as ${c}`).join(', ')} from facts.${fact}
		where ${[`source_file in (${numbers.join(', ')})`, ...conditions].join(' and ')} order by all`;
}

/** Follows what imported files hold of what a form is about to enter; null asks for nothing. */
export class Imported {
	rows = $state.raw<Row[]>([]);

	constructor(workspace: Workspace, asked: () => Asked | null) {
		$effect(() => {
			const about = asked();
			const numbers = workspace.inputs.files.map((f) => f.number);
			this.rows = [];
			if (about === null || numbers.length === 0) return;
			let current = true;
			askRows(workspace, importedQuery(about, numbers)).then(
				(rows) => current && (this.rows = rows),
				(error: unknown) => fail(error)
			);
			return () => (current = false);
		});
	}
}
