import { askRows } from '$lib/work/ask';
import type { Workspace } from '$lib/work/workspace.svelte';
import type { ImportedRow } from '$lib/reports/rows';
import { fail } from '$lib/ui/fail';
import { importedQuery, type ImportedAsk } from '$lib/reports/imported';

/** Follows what imported files hold of what a form is about to enter; null asks for nothing. */
export class Imported {
	rows = $state.raw<ImportedRow[]>([]);
	/** False while the files are still asked: nobody can say yet whether they hold it. */
	known = $state(true);

	constructor(workspace: Workspace, asked: () => ImportedAsk | null) {
		let asks = '';
		$effect(() => {
			const about = asked();
			const numbers = workspace.inputs.files.map((f) => f.number);
			const query = about === null || numbers.length === 0 ? '' : importedQuery(about, numbers);
			// what is asked once more stands until it is answered anew
			if (query !== asks) [asks, this.rows, this.known] = [query, [], query === ''];
			if (query === '') return;
			let current = true;
			askRows<ImportedRow>(workspace, query).then(
				(rows) => {
					if (!current) return;
					this.rows = rows;
					this.known = true;
				},
				(error: unknown) => {
					// said; what is entered by hand doesn't wait for ever
					fail(error);
					if (current) this.known = true;
				}
			);
			return () => (current = false);
		});
	}
}
