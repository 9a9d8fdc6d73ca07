import { z } from '../policy/zod';
import { actorSchema } from './actor';
import { day, month } from './kinds/shared';

/** Letters of a text, bytes of an attachment in base64, items of a reply: what a person writes. */
const [LONG, MOST_BASE64, MOST_ITEMS] = [10_000, 28_000_000, 200];
const said = z.string().check(z.maxLength(LONG));
const code = z.string().check(z.maxLength(200));

const evidence = z.object({ name: code, base64: z.string().check(z.maxLength(MOST_BASE64)) });

const unit = { month, unitKind: code, unit: code };

const item = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('acknowledge'), ...unit, agrees: z.boolean(), comment: said }),
	z.object({
		kind: z.literal('appeal'),
		...unit,
		line: code,
		evidence: said,
		proposed: said,
		attachment: z.optional(evidence)
	}),
	z.object({
		kind: z.literal('plan'),
		...unit,
		plan: code,
		analysis: said,
		measures: said,
		attachment: z.optional(evidence)
	})
]);

const reply = z.object({
	format: z.literal('kaohe-reply-1'),
	id: code,
	/** The file that it answers. */
	handover: z.string(),
	branch: z.string(),
	made_at: z.string(),
	/** The day by the clock of whoever wrote it. */
	on: day,
	by: actorSchema,
	items: z.array(item).check(z.minLength(1), z.maxLength(MOST_ITEMS))
});

/** What a branch or person answers: that it was read, appeals, plans. */
export type Reply = z.infer<typeof reply>;
export type ReplyItem = z.infer<typeof item>;

/** A reply of what a file held; null where it isn't what this build reads. */
export const readReply = (value: unknown): Reply | null => reply.safeParse(value).data ?? null;
