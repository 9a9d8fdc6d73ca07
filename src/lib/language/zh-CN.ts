import { CARD } from './zh/card';
import { CLOSE } from './zh/close';
import { FIELDS } from './zh/fields';
import { FIGURES } from './zh/figures';
import { FRAME } from './zh/frame';
import { IMPORT } from './zh/import';
import { LEDGER } from './zh/ledger';
import { MONTH } from './zh/month';
import { POLICY } from './zh/policy';
import { RECORD } from './zh/record';
import { REPORT } from './zh/report';

/** Every sentence of the product, in the language that it is thought in; a file a part of the product. */
export const zh = {
	...CARD,
	...CLOSE,
	...FIELDS,
	...FIGURES,
	...FRAME,
	...IMPORT,
	...LEDGER,
	...MONTH,
	...POLICY,
	...RECORD,
	...REPORT
};

export type MessageKey = keyof typeof zh;
export type Messages = Record<MessageKey, string>;
