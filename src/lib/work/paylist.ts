import { monthsOfSpan } from '../calendar/period';
import { paidKind } from '../policy/in-force';
import { payChanges, payroll, type Days, type PayChange } from '../month/payroll';
import type { PayLine } from '../record/pay-line';
import { lifeOf } from '../record/life';
import { readSeal } from '../record/seal';
import { attendedQuery, type AttendedRow } from '../reports/attended';
import type { AwardRow } from '../sql/rows';
import { askRows } from './ask';
import { workbench } from './workbench';
import type { Workspace } from './workspace.svelte';

/** Who is paid what of a period's prizes, and what is paid after or taken back of an earlier seal. */
export interface Paylist {
	lines: PayLine[];
	changes: PayChange[];
}

/** How days are asked for. */
type Ask = (sql: string) => Promise<AttendedRow[]>;

/** The prizes of a period that are paid. */
function prizesOf(
	{ results, policyIn }: Pick<Workspace, 'results' | 'policyIn'>,
	period: string
): AwardRow[] {
	const kind = paidKind(policyIn(monthsOfSpan(period).at(-1)!));
	return results.awards.filter((a) => a.period === period && a.unit_kind === kind);
}

/** The list of a quarter or span: as it was sealed, or as it is computed; days are asked of the engine where prizes go by them. */
export async function paylistOf(
	work: Workspace,
	period: string,
	ask: Ask = (sql) => askRows<AttendedRow>(work, sql)
): Promise<Paylist> {
	const months = monthsOfSpan(period);
	const last = months.at(-1)!;
	const prizes = prizesOf({ results: work.results, policyIn: (m) => work.policyIn(m) }, period);
	const sealed = work.sealed.get(last)?.payroll?.filter((line) => line.period === period);
	const changesTo = (lines: PayLine[]): PayChange[] => {
		const before = sealedBefore(work, last, period);
		if (!before) return [];
		// seals of older builds say what units are paid, not people
		return payChanges(before.paid, before.byPerson ? lines : prizes.map(asPaid));
	};
	if (sealed) return { lines: sealed, changes: changesTo(sealed) };
	const policy = work.policyIn(last);
	const byDays = policy.awards.some((award) => award.split === 'by_attended_days');
	const days = byDays && prizes.length > 0 ? await daysIn(work, months, ask) : new Map<string, string>();
	const { results, events } = work;
	const lines = payroll({ results, policy, events, prizes, months, days });
	return { lines, changes: changesTo(lines) };
}

async function daysIn(work: Workspace, months: string[], ask: Ask): Promise<Days> {
	if (work.inputs.files.length === 0) return new Map();
	const rows = await ask(attendedQuery(months));
	return new Map(rows.map(({ month, branch, person, days }) => [`${month}/${branch}/${person}`, days]));
}

type Paid = Parameters<typeof payChanges>[0][number];

const asPaid = ({ unit_kind, unit, amount }: AwardRow): Paid => ({
	...{ unitKind: unit_kind, unit, amount },
	person: unit_kind === 'person' ? unit : null
});

/** Who was paid what of a period as the revision before the one that stands or is worked on had it; null where there was none. */
function sealedBefore(
	{ log, events }: Workspace,
	month: string,
	period: string
): { paid: Paid[]; byPerson: boolean } | null {
	const { revision } = lifeOf(events, month);
	const text = log.seals.find(([key]) => key === `${month}/${String(revision - 1)}`)?.[1];
	if (text === undefined) return null;
	const { awards, payroll: lines, policy } = readSeal(text);
	if (lines) return { paid: lines.filter((line) => line.period === period), byPerson: true };
	const kind = paidKind(policy);
	return {
		paid: awards.filter((a) => a.period === period && a.unit_kind === kind).map(asPaid),
		byPerson: false
	};
}

/** The lines of all periods that a month closes, for its seal, asked within a step of the queue; null where none pays. */
export async function payrollToSeal(work: Workspace, month: string): Promise<PayLine[] | null> {
	const periods = [...new Set(work.results.awards.map((a) => a.period))].filter(
		(period) => monthsOfSpan(period).at(-1) === month
	);
	const within: Ask = async (sql) =>
		(await (await workbench()).rows(await work.scores.filled(), sql)) as AttendedRow[];
	const lines: PayLine[] = [];
	for (const period of periods) lines.push(...(await paylistOf(work, period, within)).lines);
	return lines.length > 0 ? lines : null;
}
