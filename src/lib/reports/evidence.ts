import { datasetOf } from '../intake/dataset';
import { literal } from '../sql/literal';
import { BETWEEN } from '../policy/slice';
import type { PolicyLine } from '../policy/schema';
import { isAmong } from '../sql/derived';
import { MEASURES } from '../sql/measures';

/** Rows that are shown one by one: a relation of single records, and what is shown of each. */
export interface Evidence {
	from: string;
	dataset: string;
	/** Columns of the data set, and of the relation's own; those of the data set where nothing is said. */
	columns?: string[];
	/** How a column is read where it isn't as its file has it, by column. */
	own?: Record<string, string>;
	where?: string;
}

/** What is shown of the records of each data set, in this order. */
const SHOWN: Record<string, string[]> = {
	attendance: ['month', 'person', 'due_days', 'attended_days'],
	audits: ['audit', 'date', 'person', 'points', 'reason'],
	callbacks: ['callback', 'person', 'customer', 'called_at', 'channel', 'result', 'satisfaction', 'note'],
	calls: ['call', 'person', 'started_at', 'caller', 'subject', 'resolved_first', 'called_back'],
	customers: ['customer', 'person', 'class', 'trigger_on', 'falls_due', 'called_at', 'outcome'],
	fees: ['bill', 'unit', 'item', 'due_amount', 'waived_amount', 'paid_amount'],
	figures: ['month', 'figure', 'value', 'note'],
	logs: ['log', 'kind', 'person', 'due_at', 'done_at', 'complete'],
	merits: ['merit', 'date', 'person', 'type', 'evidence', 'note'],
	holds: ['ticket', 'from', 'to', 'reason', 'note'],
	meters: ['month', 'item', 'metered_amount'],
	people: ['person'],
	plans: ['month', 'item', 'kind', 'planned', 'actual'],
	ratings: ['month', 'person', 'role', 'rater', 'score'],
	receipts: ['receipt', 'date', 'group', 'person', 'contract', 'amount'],
	reports: ['report', 'name', 'due_at', 'submitted_at', 'truthful', 'quality'],
	spot_checks: ['check', 'person', 'checked_at', 'subject', 'passed', 'severe', 'note'],
	tickets: ['ticket', 'person', 'category', 'received_at', 'resolved_at', 'status']
};

/** Columns that are no data set's, wherever a relation has them. */
const OWN: Record<string, string> = {
	falls_due: 'due_on::varchar',
	called_at: moment('called_at'),
	held_for: 'round(held / 3600.0, 1)::double'
};

function moment(column: string): string {
	return `strftime(${column}, '%Y-%m-%d %H:%M:%S')`;
}

/** A column as it is shown: words as they were written, amounts as numbers, moments and days as text. */
function shownAs(dataset: string, id: string): string {
	const found = datasetOf(dataset).columns.find((c) => c.column === id);
	if (!found) return OWN[id] ?? id;
	if (['word', 'label', 'satisfaction'].includes(found.type)) return `${id}_text`;
	if (found.type === 'number') return `"${id}"::double`;
	// an entry of a day is kept with a time that nobody wrote
	if (found.type === 'date' || id === 'date') return `strftime("${id}", '%Y-%m-%d')`;
	return found.type === 'time' ? moment(`"${id}"`) : `"${id}"`;
}

/** The columns that are shown of rows, in order. */
export const columnsOf = ({ dataset, columns }: Evidence): string[] => columns ?? SHOWN[dataset]!;

/** The columns that are shown, as SQL, each named `c_` and its id. */
export const columnsSql = (evidence: Evidence): string[] =>
	columnsOf(evidence).map((id) => `${evidence.own?.[id] ?? shownAs(evidence.dataset, id)} as "c_${id}"`);

/** The rows that a number counts: those of one data set. */
export interface Counted extends Evidence {
	/** How many parts of a numerator or denominator make one. */
	per: number;
	/** The numerator and denominator of a person, where a row counts otherwise for its person than for its branch. */
	own_numerator?: string;
	own_denominator?: string;
	/** True where whoever gave the rows is not to be known: few of them aren't shown. */
	anonymous: boolean;
}

/** How a measure's columns are read where they aren't as their file has them. */
const OF_MEASURE: Record<string, Pick<Counted, 'own' | 'own_numerator' | 'own_denominator'>> = {
	callback_completion: { own_numerator: 'own_numerator' },
	feedback_in_time: {
		own: { due_at: moment('reply_due_at') }
	},
	satisfaction: { own_numerator: 'own_numerator', own_denominator: 'own_denominator' },
	report_truth: {
		own: { check: 'id', checked_at: moment('"at"') }
	}
};

/** The parts of a total that are no measures: the relation of their rows. */
const PARTS: Record<string, Omit<Counted, 'anonymous'>> = {
	merits: { from: 'counted.merits', dataset: 'merits', per: 1000 },
	self: { from: 'counted.rating', dataset: 'ratings', where: "role = 'self'", per: 1 },
	leader: { from: 'counted.rating', dataset: 'ratings', where: "role = 'leader'", per: 1 },
	group: { from: 'counted.rating', dataset: 'ratings', where: "role = 'group'", per: 1 }
};

const ANONYMOUS = ['group', 'cooperation'];

/** The rows behind a measure (or a slice of it) or a part of the total, a list a data set. */
export function countedBy(what: string, slice?: PolicyLine['slice']): Counted[] {
	const anonymous = ANONYMOUS.includes(what);
	const part = PARTS[what];
	if (part) return [{ ...part, anonymous }];
	const measure = MEASURES[what];
	if (!measure) throw new Error(`no measure ${what}`);
	const { from, rows = from, per = 1, columns, slices } = measure;
	const named = slice && slices?.[slice.column];
	if (slice && !named) throw new Error(`${what} has no slices by ${slice.column}`);
	const values = slice && literal(`${BETWEEN}${slice.values.join(BETWEEN)}${BETWEEN}`);
	const where =
		named &&
		values &&
		isAmong(
			values,
			named.map((name) => `"${name}"`)
		);
	const own = OF_MEASURE[what];
	return rows.map((dataset) => ({
		from: `counted.${what}`,
		dataset,
		per,
		anonymous,
		...(where && { where }),
		...(columns && { columns }),
		...own
	}));
}

/** The query for a list's rows of one month and unit, in the order of the files; numerator and denominator are what a row adds. */
export function countedQuery(list: Counted, month: string, unitKind: string, unit: string): string {
	const owner = unitKind === 'person' ? 'person' : unitKind === 'group' ? '"group"' : 'branch';
	const numerator = (unitKind === 'person' && list.own_numerator) || 'numerator';
	const denominator = (unitKind === 'person' && list.own_denominator) || 'denominator';
	const part = (column: string, name = column): string =>
		`coalesce(${column}, 0)::double${list.per === 1 ? '' : ` / ${String(list.per)}`} as ${name}`;
	const conditions = [
		`month = ${literal(month)}`,
		unitKind === 'branch' ? ofBranch(month, unit) : `${owner} = ${literal(unit)}`,
		`dataset = ${literal(list.dataset)}`,
		...(list.where ? [list.where] : [])
	];
	return `select ${[...columnsSql(list), part(numerator, 'numerator'), part(denominator, 'denominator')].join(', ')},
		source_file, source_record, source_line
		from ${list.from}
		where ${conditions.join(' and ')}
		order by source_file, source_record`;
}

/** Whether a record counts for a branch in a month: its own, or of one that went into it. */
const ofBranch = (month: string, branch: string): string =>
	`(branch = ${literal(branch)} or branch in (
		select branch from facts.heir
		where heir = ${literal(branch)} and from_month <= ${literal(month)} and until_month > ${literal(month)}))`;
