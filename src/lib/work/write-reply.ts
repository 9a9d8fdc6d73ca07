import { today } from '../calendar/day';
import type { Handover } from '../record/handover';
import { locked } from '../record/locked';
import type { Reply, ReplyItem } from '../record/reply';
import { keyOf, toBase64 } from '../record/signature';

/** A reply to what was handed over, signed by its key and encrypted for the office where this takes it so. */
export async function writeReply(
	given: Handover,
	by: Reply['by'],
	items: ReplyItem[]
): Promise<{ name: string; bytes: Uint8Array }> {
	if (!given.reply) throw new Error('this file takes no reply');
	const { secret, recipient } = given.reply;
	const reply: Reply = {
		format: 'kaohe-reply-1',
		id: crypto.randomUUID(),
		handover: given.id,
		branch: given.branch,
		made_at: new Date().toISOString(),
		on: today(),
		by,
		items
	};
	const key = await keyOf(secret);
	return {
		name: `${given.branch}_${by.name}_${items[0]!.month}.kaohe-reply`,
		bytes: await locked(reply, { secret, key }, recipient === null ? null : { recipients: [recipient] })
	};
}

/** A chosen file as a reply carries it. */
export const evidenceOf = async (file: File): Promise<{ name: string; base64: string }> => ({
	name: file.name,
	base64: toBase64(new Uint8Array(await file.arrayBuffer()))
});
