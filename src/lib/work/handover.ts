import { today } from '../calendar/day';
import { branchesOf } from '../compute/names';
import { unitRows } from '../compute/rows-of';
import type { Intent } from '../month/intent';
import { datedLife } from '../month/life';
import type { HandedRows } from '../record/handover';
import { lifeOf } from '../record/life';
import { locked } from '../record/locked';
import { newPassphrase } from '../record/passphrase';
import { signingKey } from '../record/signature';
import { handedQueries, handedRows } from '../reports/handed-rows';
import { contentOf } from '../views/handover/content';
import { handoverName } from '../views/handover/file-name';
import { act } from './act';
import { askRows } from './ask';
import { identity } from './identity.svelte';
import { hashOf } from './month-hash';
import { knownOfficeKeys } from './office-keys';
import { situationOf } from './situation';
import { stampFor } from './stamped';
import type { Workspace } from './workspace.svelte';

/** A file that was written for a branch, and what opens it. */
export interface Written {
	branch: string;
	name: string;
	file: string;
	bytes: Uint8Array;
	passphrase: string;
}

/** The branches that there are in a month. */
export const branchesIn = ({ results }: Workspace, month: string): { code: string; name: string }[] =>
	branchesOf(results).filter(({ code }) => unitRows(results.units, month, 'branch', code).length > 0);

/** Until when a month's lines can be appealed, and what is handed over acknowledged; null before its bulletin. */
export const appealsUntil = (work: Workspace, month: string): string | null =>
	datedLife(situationOf(work, ''), lifeOf(work.events, month)).appealsUntil;

/** Makes a file for each branch, of all months up to one, then says so in the log; its own rows are read from the engine where there are files. */
export async function handOver(work: Workspace, month: string): Promise<Written[]> {
	// what was entered a moment ago is in the figures
	await work.settled();
	const { results, events } = work;
	const office = await knownOfficeKeys();
	const months = results.rules.map((rule) => rule.month).filter((m) => m <= month);
	const stamp = stampFor(work, months);
	const hashes: Record<string, string> = {};
	for (const each of months) hashes[each] = await hashOf(results, each);
	const made: (Written & { entry: Intent })[] = [];
	for (const { code, name } of branchesIn(work, month)) {
		const reply = await signingKey();
		const id = crypto.randomUUID();
		const content = contentOf({
			...{ results, events, months, branch: code, id },
			policyIn: (m) => work.policyIn(m),
			appealsUntil: (m) => appealsUntil(work, m),
			sealOf: (m) => stamp.months.find((own) => own.month === m)?.seal ?? null,
			rows: await rowsFor(work, code, months),
			made_at: new Date().toISOString(),
			by: identity.actor,
			reply: { secret: reply.secret, recipient: office.recipient }
		});
		const passphrase = newPassphrase();
		const file = handoverName(
			code,
			made.map((m) => m.file)
		);
		made.push({
			...{ branch: code, name, file, passphrase },
			bytes: await locked(content, office, { passphrase }),
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

async function rowsFor(work: Workspace, branch: string, months: string[]): Promise<HandedRows[]> {
	if (work.inputs.files.length === 0) return [];
	const queries = handedQueries(branch, months);
	const answers = [];
	for (const { query } of queries) answers.push(await askRows(work, query));
	const paths = new Map(work.files.map((f) => [f.number, f.path]));
	return handedRows(queries, answers, (file) => paths.get(file) ?? '');
}
