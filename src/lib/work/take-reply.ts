import { today } from '../calendar/day';
import { addDays } from '../calendar/workdays';
import { lineRow, unitRows } from '../compute/rows-of';
import { sha256 } from '../intake/hash';
import { t } from '../language/language.svelte';
import type { Intent } from '../month/intent';
import { handedBy, wasEntered } from '../record/acknowledgements';
import type { EventOf } from '../record/event';
import { readReply, type Reply, type ReplyItem } from '../record/reply';
import { fromBase64 } from '../record/signature';
import { act } from './act';
import { Barred } from './failure';
import { officeKeys } from './office-keys';
import { openLocked } from './open-locked';
import type { Workspace } from './workspace.svelte';

/** What became of a reply: how many entries were made of it, and what of it wasn't taken, with why; that can be taken in once more. */
export interface TakenReply {
	entries: number;
	refused: { item: ReplyItem; why: string }[];
}

type Attached = { sha256: string; blob: Blob }[];

/** Takes a reply into the log under the name of whoever sent it, each of its items once; throws why it isn't one of ours, or was taken before. */
export async function takeReply(work: Workspace, file: File): Promise<TakenReply> {
	const { reply, handed } = await replyIn(work, file);
	const open = reply.items.filter((item) => !wasEntered(work.events, reply.id, item));
	if (open.length === 0) throw new Error(t('handover.twice', { file: file.name }));
	// nothing is entered before all of it can be read
	const taken: TakenReply = { entries: 0, refused: [] };
	const wanted = [];
	for (const item of open) {
		if (isThere(work, handed, item)) wanted.push({ item, ...(await intentOf(reply, item)) });
		else taken.refused.push({ item, why: t('handover.gone') });
	}
	for (const { item, intent, attached } of wanted) {
		try {
			await act(work, intent, reply.by, attached);
			taken.entries++;
		} catch (error) {
			// what fails otherwise ends it; what was entered is known the next time
			if (!(error instanceof Barred)) throw error;
			taken.refused.push({ item, why: error.message });
		}
	}
	return taken;
}

const MOST = 60_000_000;

/** The reply that a file holds, checked: signed by whoever holds a file that was handed over here, about that branch alone. */
async function replyIn(
	work: Workspace,
	file: File
): Promise<{ reply: Reply; handed: EventOf<'handed_over'> }> {
	const fill = { file: file.name };
	if (file.size > MOST) throw new Error(t('handover.bad.content', fill));
	const keys = officeKeys();
	const { value, key } = await openLocked(file, keys && { identity: keys.identity });
	const reply = readReply(value);
	if (!reply) throw new Error(t('handover.bad.content', fill));
	const handed = handedBy(work.events, reply.handover);
	if (!handed) throw new Error(t('handover.strange', fill));
	if (handed.data.key !== key) throw new Error(t('handover.forged', fill));
	const isOffice = reply.by.role === 'hr' || reply.by.role === 'head_office';
	const { branch, on } = handed.data;
	const isOurs = reply.branch === branch && reply.by.branch === branch;
	if (isOffice || !isOurs || reply.items.some((item) => isOthers(work, branch, item)))
		throw new Error(t('handover.otherBranch', fill));
	// clocks may be a day off; a reply isn't written before the file, nor tomorrow
	if (reply.on < addDays(on, -1) || reply.on > addDays(today(), 1))
		throw new Error(t('handover.clock', { ...fill, on: reply.on }));
	return { reply: { ...reply, on: reply.on > today() ? today() : reply.on }, handed };
}

/** Whether an item speaks of another branch, or of somebody of one. */
function isOthers({ results }: Workspace, branch: string, { month, unitKind, unit }: ReplyItem): boolean {
	if (unitKind === 'branch') return unit !== branch;
	const [row] = unitRows(results.units, month, unitKind, unit);
	return row !== undefined && row.branch !== branch;
}

/** Whether there is what an item speaks of: a month that was handed over, the unit in it and the line of its card. */
function isThere({ results }: Workspace, handed: EventOf<'handed_over'>, item: ReplyItem): boolean {
	const { month, unitKind, unit } = item;
	const isLine =
		item.kind !== 'appeal' || lineRow(results.lines, month, unitKind, unit, item.line) !== undefined;
	return month <= handed.data.month && unitRows(results.units, month, unitKind, unit).length > 0 && isLine;
}

/** What an item wants, dated as the reply is, with the evidence that it brings. */
async function intentOf(reply: Reply, item: ReplyItem): Promise<{ intent: Intent; attached: Attached }> {
	const { month, unitKind, unit } = item;
	const of = { month, unitKind, unit, reply: reply.id, on: reply.on };
	if (item.kind === 'acknowledge') {
		const { agrees, comment } = item;
		return {
			intent: { kind: 'acknowledged', data: { ...of, handover: reply.handover, agrees, comment } },
			attached: []
		};
	}
	const evidence = item.attachment && (await kept(item.attachment));
	const said = evidence ? { attachment: evidence.said } : {};
	const attached = evidence ? [evidence.bytes] : [];
	if (item.kind === 'appeal') {
		const { line, evidence: why, proposed } = item;
		return {
			intent: { kind: 'appeal', reason: why, data: { ...of, line, evidence: why, proposed, ...said } },
			attached
		};
	}
	const { plan, analysis, measures } = item;
	return {
		intent: { kind: 'plan', data: { ...of, kind: plan, step: 'hand_in', analysis, measures, ...said } },
		attached
	};
}

async function kept({ name, base64 }: { name: string; base64: string }): Promise<{
	said: { sha256: string; name: string; size: number };
	bytes: { sha256: string; blob: Blob };
}> {
	const content = fromBase64(base64);
	const sha = await sha256(content);
	return {
		said: { sha256: sha, name, size: content.length },
		bytes: { sha256: sha, blob: new Blob([content]) }
	};
}
