import { z } from '../policy/zod';
import { actorSchema } from './actor';
import { day, month } from './kinds/shared';

const evidence = z.object({ name: z.string(), base64: z.string() });

const unit = { month, unitKind: z.string(), unit: z.string() };

const item = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('acknowledge'), ...unit, agrees: z.boolean(), comment: z.string() }),
	z.object({
		kind: z.literal('appeal'),
		...unit,
		line: z.string(),
		evidence: z.string(),
		proposed: z.string(),
		on: day,
		attachment: z.optional(evidence)
	}),
	z.object({
		kind: z.literal('plan'),
		...unit,
		plan: z.string(),
		analysis: z.string(),
		measures: z.string(),
		on: day,
		attachment: z.optional(evidence)
	})
]);

const reply = z.object({
	format: z.literal('kaohe-reply-1'),
	id: z.string(),
	/** The file that it answers. */
	handover: z.string(),
	branch: z.string(),
	made_at: z.string(),
	by: actorSchema,
	items: z.array(item).check(z.minLength(1))
});

/** What a branch or person answers: that it was read, appeals, plans. */
export type Reply = z.infer<typeof reply>;
export type ReplyItem = z.infer<typeof item>;

/** A reply of what a file held; null where it isn't what this build reads. */
export const readReply = (value: unknown): Reply | null => reply.safeParse(value).data ?? null;
