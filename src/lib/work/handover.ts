import { today } from '../calendar/day';
import { branchesOf } from '../compute/names';
import { unitRows } from '../compute/rows-of';
import type { Intent } from '../month/intent';
import { datedLife } from '../month/life';
import type { HandedAhead, HandedRows } from '../record/handover';
import type { Role } from '../record/actor';
import { hiddenFrom, type Hidden } from '../policy/masks';
import { paidKind } from '../policy/in-force';
import { masksOf } from '../policy/versions';
import { lifeOf } from '../record/life';
import { locked } from '../record/locked';
import { newPassphrase } from '../record/passphrase';
import { signingKey } from '../record/signature';
import { handedReportQueries, handedReports } from '../reports/handed-reports';
import { againstOf, shownOf } from '../reports/part-view';
import { handedQueries, handedRows } from '../reports/handed-rows';
import { monthView } from '../views/month-view';
import { contentOf, type HandoverSource } from '../views/handover/content';
import { handoverName } from '../views/handover/file-name';
import { handedWays, waysAhead } from './ahead';
import { act } from './act';
import { askReport, askRows } from './ask';
import { identity } from './identity.svelte';
import { hashOf } from './month-hash';
import { knownOfficeKeys } from './office-keys';
import { recipients } from './own-key';
import { situationOf } from './situation';
import { stampFor } from './stamped';
import type { Workspace } from './workspace.svelte';

/** A file that was written for a branch, and what opens it. */
export interface Written {
	branch: string;
	name: string;
	file: string;
	bytes: Uint8Array;
	/** Null where it opens by the branch's own key. */
	passphrase: string | null;
}

/** Who opens a branch's file. */
const BRANCH: Role[] = ['branch_manager', 'staff'];

/** The branches that there are in a month. */
export const branchesIn = ({ results }: Workspace, month: string): { code: string; name: string }[] =>
	branchesOf(results).filter(({ code }) => unitRows(results.units, month, 'branch', code).length > 0);

/** Until when a month's lines can be appealed, and what is handed over acknowledged; null before its bulletin. */
export const appealsUntil = (work: Workspace, month: string): string | null =>
	datedLife(situationOf(work, ''), lifeOf(work.events, month)).appealsUntil;

/** Makes a file for each branch, of all months up to one, then says so in the log; its own rows are read from the engine where there are files. */
export async function handOver(
	work: Workspace,
	month: string,
	tell: (at: number, of: number) => void = () => {}
): Promise<Written[]> {
	// what was entered a moment ago is in the figures
	await work.settled();
	const { results, events } = work;
	const office = await knownOfficeKeys();
	const keys = recipients(work.name);
	const months = results.rules.map((rule) => rule.month).filter((m) => m <= month);
	const stamp = stampFor(work, months);
	const hashes: Record<string, string> = {};
	for (const each of months) hashes[each] = await hashOf(results, each);
	const made: (Written & { entry: Intent })[] = [];
	const branches = branchesIn(work, month);
	for (const [at, { code, name }] of branches.entries()) {
		tell(at + 1, branches.length);
		const reply = await signingKey();
		const id = crypto.randomUUID();
		const content = contentOf({
			...{ results, events, months, branch: code, id },
			policyIn: (m) => work.policyIn(m),
			appealsUntil: (m) => appealsUntil(work, m),
			sealOf: (m) => stamp.months.find((own) => own.month === m)?.seal ?? null,
			...(await ofFiles(work, code, months)),
			ahead: await aheadFor(work, code, month),
			made_at: new Date().toISOString(),
			by: identity.actor,
			reply: { secret: reply.secret, recipient: office.recipient }
		});
		const own = keys[code];
		const passphrase = own === undefined ? newPassphrase() : null;
		const file = handoverName(
			code,
			made.map((m) => m.file)
		);
		made.push({
			...{ branch: code, name, file, passphrase },
			bytes: await locked(content, office, passphrase === null ? { recipients: [own!] } : { passphrase }),
			entry: {
				kind: 'handed_over',
				data: {
					...{ month, branch: code, handover: id, on: today(), key: reply.key },
					results: hashes
				}
			}
		});
	}
	for (const { entry } of made) await act(work, entry);
	return made;
}

/** A branch's own records of the months, and the reports of the last; nothing where the files are gone. */
async function ofFiles(
	work: Workspace,
	branch: string,
	months: string[]
): Promise<Pick<HandoverSource, 'rows' | 'reports'>> {
	if (work.inputs.files.length === 0) return { rows: [], reports: [] };
	const hidden = hiddenFrom(masksOf(work.policyIn(months.at(-1)!)), ...BRANCH);
	const last = months.at(-1)!;
	const shown = shownOf(last, againstOf(last, null), branch);
	const reports = await askReport(work, shown, handedReportQueries());
	return { rows: await rowsFor(work, branch, months, hidden), reports: handedReports(reports, hidden) };
}

/** What would bring a branch, or its people where they are paid, further in a month that isn't sealed. */
async function aheadFor(work: Workspace, branch: string, month: string): Promise<HandedAhead[]> {
	if (work.inputs.files.length === 0 || work.log.sealed.has(month)) return [];
	const policy = work.policyIn(month);
	const kind = paidKind(policy);
	const found: HandedAhead[] = [];
	for (const { scorecard } of monthView(work.results, policy, month, kind).cards) {
		const view = monthView(work.results, policy, month, kind, scorecard);
		for (const unit of view.units)
			if (unit.rank !== null && (kind === 'branch' ? unit.unit : unit.branch) === branch)
				found.push({
					...{ unitKind: kind, unit: unit.unit },
					ways: handedWays(await waysAhead(work, view, unit, kind))
				});
	}
	return found;
}

async function rowsFor(
	work: Workspace,
	branch: string,
	months: string[],
	hidden: Hidden
): Promise<HandedRows[]> {
	const queries = handedQueries(branch, months);
	const answers = [];
	for (const { query } of queries) answers.push(await askRows(work, query));
	const paths = new Map(work.files.map((f) => [f.number, f.path]));
	return handedRows(queries, answers, (file) => paths.get(file) ?? '', hidden);
}
