import { BOOK } from './en/book';
import { CARD } from './en/card';
import { CLOSE } from './en/close';
import { EDITOR } from './en/editor';
import { FIELDS } from './en/fields';
import { FIGURES } from './en/figures';
import { FRAME } from './en/frame';
import { IMPORT } from './en/import';
import { ISSUES } from './en/issues';
import { HANDOVER } from './en/handover';
import { LEDGER } from './en/ledger';
import { MONTH } from './en/month';
import { PAPER } from './en/paper';
import { POLICY } from './en/policy';
import { RECORD } from './en/record';
import { PARALLEL } from './en/parallel';
import { PAYROLL } from './en/payroll';
import { REMIND } from './en/remind';
import { REPORT } from './en/report';
import { SLIDES } from './en/slides';
import { TOUR } from './en/tour';
import { WARNINGS } from './en/warnings';
import type { Messages } from './zh-CN';

export const en: Messages = {
	...BOOK,
	...CARD,
	...CLOSE,
	...EDITOR,
	...FIELDS,
	...FIGURES,
	...FRAME,
	...IMPORT,
	...ISSUES,
	...HANDOVER,
	...LEDGER,
	...MONTH,
	...PAPER,
	...POLICY,
	...RECORD,
	...PARALLEL,
	...PAYROLL,
	...REMIND,
	...REPORT,
	...SLIDES,
	...TOUR,
	...WARNINGS
};
