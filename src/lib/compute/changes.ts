/** What is done before and after a table is filled; `before` takes out what no longer holds, all of it unless said. */
export type Around = Record<string, { before?: string; after?: string }>;

/** Takes out the rows of months that are scored anew, or not at all any more. */
const outdated = (name: string): string => `delete from ${name}
	where month in (select month from staging.scope) or month not in (select month from policy.rule)`;

/** What goes with computing anew only what changed: rows that no longer hold go before a table is filled, and what was changed is noted after. */
export const CHANGES: Around = {
	'checks.shared': {
		after: `insert into checks.moved select source_file from checks.fresh union select source_file from checks.shared`
	},
	'checks.repeat': {
		before: `delete from checks.repeat where source_file in (from checks.fresh)
			or source_file not in (select source_file from staging.file)
			or (dataset, key) in (select (dataset, key) from checks.shared)`,
		after: `delete from checks.found; insert into checks.found
			select source_file, path, precedence, source_file in (
				select source_file from checks.repeat union select first_file from checks.repeat
			)
			from staging.file`
	},
	// callbacks of every file are counted anew where another branch stands for theirs
	'facts.heir': {
		after: `insert into checks.moved
			select source_file from staging.file
			where exists (from (from facts.heir except from checks.heir) union all (from checks.heir except from facts.heir));
			delete from checks.heir; insert into checks.heir from facts.heir`
	},
	'facts.callback_count': {
		before: `delete from facts.callback_count where source_file in (from checks.moved)
			or source_file not in (select source_file from staging.file)`,
		after: 'delete from checks.moved'
	},
	'scores.value': {
		// where none changed, a row that names none keeps them all
		before: `insert into staging.scope
			select month, kind.unit_kind
			from (
				select basis.month
				from scores.basis left join scores.known using (month)
				where basis.mark is distinct from known.mark
				union
				select ''
			),
			(values ('branch'), ('person'), ('group')) as kind (unit_kind)
			where (month, kind.unit_kind) not in (from staging.scope);
			${outdated('scores.value')}`
	},
	'scores.line': { before: outdated('scores.line') },
	'scores.total': { before: outdated('scores.total') }
};

/** Forgets what stands: everything counts as changed. */
export const FORGET =
	'delete from checks.found; delete from checks.moved; delete from scores.known; delete from staging.scope';

/** Notes what the scores follow from, as it is now. */
export const SETTLE =
	'delete from staging.scope; delete from scores.known; insert into scores.known from scores.basis';
