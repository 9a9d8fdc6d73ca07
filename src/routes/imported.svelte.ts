import { askRows } from '$lib/work/ask';
import type { Workspace } from '$lib/work/workspace.svelte';
import type { Row } from '$lib/engine/engine';
import { fail } from '$lib/ui/fail';
import { importedQuery, type ImportedAsk } from '$lib/reports/imported';

/** Follows what imported files hold of what a form is about to enter; null asks for nothing. */
export class Imported {
	rows = $state.raw<Row[]>([]);

	constructor(workspace: Workspace, asked: () => ImportedAsk | null) {
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
