import { FRAME } from './zh/frame';
import { IMPORT } from './zh/import';
import { ISSUES } from './zh/issues';
import { POLICY } from './zh/policy';
import { RECORD } from './zh/record';
import type { later } from './zh-later';

/** What the first screen says, in the language that the product is thought in; a file a part of the product. */
export const first = {
	...FRAME,
	...IMPORT,
	...ISSUES,
	...POLICY,
	...RECORD
};

export type MessageKey = keyof typeof first | keyof typeof later;
export type Messages = Record<MessageKey, string>;
