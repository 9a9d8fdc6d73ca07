import type { HandedRows } from '../record/handover';
import type { Row } from '../engine/engine';
import { literal } from '../sql/literal';
import type { Hidden } from '../policy/masks';
import { seenCell } from './seen';
import { columnsOf, columnsSql } from './evidence';

/** The records that are a branch's own, by data set; who rated whom stays with the office. */
const OWN: [dataset: string, from: string][] = [
	['tickets', 'facts.ticket'],
	['callbacks', 'facts.callback'],
	['calls', 'facts.call'],
	['fees', '(select *, period as month from facts.fee)'],
	['spot_checks', 'facts.spot_check'],
	['attendance', 'facts.attendance'],
	['merits', 'facts.merit'],
	['audits', 'facts.audit'],
	['reports', 'facts.report'],
	['logs', 'facts.log'],
	[
		'receipts',
		`(select receipt.*, owner.branch from facts.receipt join rows.unit as owner
			on owner.month = receipt.month and owner.unit_kind = 'person' and owner.unit = receipt.person)`
	],
	['plans', 'facts.plan'],
	['figures', 'facts.figure'],
	['meters', 'facts.meter'],
	['holds', "(from facts.hold where dataset = 'holds')"]
];

/** What asks for a branch's own records of months. */
export const handedQueries = (branch: string, months: string[]): { dataset: string; query: string }[] =>
	OWN.map(([dataset, from]) => ({
		dataset,
		query: `select ${columnsSql({ from, dataset }).join(', ')}, source_file, source_record, source_line
			from ${from}
			where branch = ${literal(branch)} and month in (${months.map(literal).join(', ')})
			order by source_file, source_record`
	}));

/** Answers as they are handed over, with what whoever opens them doesn't see masked; data sets without a record are left out. */
export const handedRows = (
	queries: { dataset: string }[],
	answers: Row[][],
	pathOf: (file: number) => string,
	hidden: Hidden
): HandedRows[] =>
	queries.flatMap(({ dataset }, i) => {
		const found = answers[i]!;
		if (found.length === 0) return [];
		const columns = columnsOf({ from: '', dataset });
		return [
			{
				dataset,
				columns,
				rows: found.map((row) => [
					...columns.map((id) => seenCell(dataset, id, plain(row[`c_${id}`]), hidden)),
					row['source_file'] == null ? null : pathOf(Number(row['source_file'])),
					row['source_record'] == null ? null : Number(row['source_record']),
					row['source_line'] == null ? null : Number(row['source_line'])
				])
			}
		];
	});

const plain = (value: Row[string] | undefined): string | number | null =>
	value === undefined || typeof value === 'boolean' ? String(value ?? '') : value;
