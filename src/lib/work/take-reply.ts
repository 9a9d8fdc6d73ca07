import { today } from '../calendar/day';
import { sha256 } from '../intake/hash';
import { t } from '../language/language.svelte';
import type { Intent } from '../month/intent';
import { handedBy, wasTaken } from '../record/acknowledgements';
import { BadFile, unlocked } from '../record/locked';
import { readReply, type Reply, type ReplyItem } from '../record/reply';
import { fromBase64 } from '../record/signature';
import { act } from './act';
import { messageOf } from './failure';
import { officeKeys } from './office-keys';
import type { Workspace } from './workspace.svelte';

/** What became of a reply: how many entries were made of it, and what of it wasn't taken, with why. */
export interface TakenReply {
	entries: number;
	refused: { item: ReplyItem; why: string }[];
}

/** Takes a reply into the log under the name of whoever sent it, once; throws why it isn't one of ours, or was taken before. */
export async function takeReply(work: Workspace, file: File): Promise<TakenReply> {
	const reply = await replyIn(work, file);
	const taken: TakenReply = { entries: 0, refused: [] };
	// what was read is entered last: it says that all of the reply was taken
	const order = [...reply.items].sort(
		(a, b) => Number(a.kind === 'acknowledge') - Number(b.kind === 'acknowledge')
	);
	for (const item of order) {
		const { intent, attached } = await intentOf(reply, item);
		try {
			await act(work, intent, reply.by, attached);
			taken.entries++;
		} catch (error) {
			taken.refused.push({ item, why: messageOf(error) });
		}
	}
	return taken;
}

/** The reply that a file holds, checked: signed by whoever holds a file that was handed over here, about that branch alone. */
async function replyIn(work: Workspace, file: File): Promise<Reply> {
	const fill = { file: file.name };
	const keys = officeKeys();
	const bytes = new Uint8Array(await file.arrayBuffer());
	const { value, key } = await unlocked(bytes, keys && { identity: keys.identity }).catch(
		(error: unknown) => {
			if (error instanceof BadFile) throw new Error(t(`handover.bad.${error.place}`, fill));
			throw error;
		}
	);
	const reply = readReply(value);
	if (!reply) throw new Error(t('handover.bad.content', fill));
	const handed = handedBy(work.events, reply.handover);
	if (!handed) throw new Error(t('handover.strange', fill));
	if (handed.key !== key) throw new Error(t('handover.forged', fill));
	const isOwn = ({ unitKind, unit, month }: ReplyItem): boolean =>
		unitKind === 'branch'
			? unit === handed.branch
			: work.results.units.some(
					(u) =>
						u.month === month && u.unit_kind === unitKind && u.unit === unit && u.branch === handed.branch
				);
	const isHere =
		reply.by.branch === handed.branch && reply.by.role !== 'hr' && reply.by.role !== 'head_office';
	if (!isHere || reply.branch !== handed.branch || !reply.items.every(isOwn))
		throw new Error(t('handover.otherBranch', fill));
	if (wasTaken(work.events, reply.id)) throw new Error(t('handover.twice', fill));
	return reply;
}

/** What an item wants, with the evidence that it brings. */
async function intentOf(
	reply: Reply,
	item: ReplyItem
): Promise<{ intent: Intent; attached: { sha256: string; blob: Blob }[] }> {
	const { month, unitKind, unit } = item;
	if (item.kind === 'acknowledge') {
		const { agrees, comment } = item;
		return {
			intent: {
				kind: 'acknowledged',
				data: {
					...{ month, unitKind, unit, agrees, comment },
					handover: reply.handover,
					reply: reply.id,
					on: today()
				}
			},
			attached: []
		};
	}
	const evidence = item.attachment && (await kept(item.attachment));
	const said = evidence ? { attachment: evidence.said } : {};
	const attached = evidence ? [evidence.bytes] : [];
	if (item.kind === 'appeal') {
		const { line, evidence: why, proposed } = item;
		return {
			intent: {
				kind: 'appeal',
				reason: why,
				data: { month, on: today(), unitKind, unit, line, evidence: why, proposed, ...said }
			},
			attached
		};
	}
	const { plan, analysis, measures } = item;
	return {
		intent: {
			kind: 'plan',
			data: { month, kind: plan, unitKind, unit, step: 'hand_in', on: today(), analysis, measures, ...said }
		},
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
