import { BOOK } from './zh/book';
import { CARD } from './zh/card';
import { CLOSE } from './zh/close';
import { EDITOR } from './zh/editor';
import { FIELDS } from './zh/fields';
import { FIGURES } from './zh/figures';
import { HANDOVER } from './zh/handover';
import { LEDGER } from './zh/ledger';
import { MONTH } from './zh/month';
import { PAPER } from './zh/paper';
import { PARALLEL } from './zh/parallel';
import { PAYROLL } from './zh/payroll';
import { REMIND } from './zh/remind';
import { REPORT } from './zh/report';
import { SLIDES } from './zh/slides';
import { TOUR } from './zh/tour';
import { WARNINGS } from './zh/warnings';

/** What is said once there is something to score: of the scores, the month's life and the reports. */
export const later = {
	...BOOK,
	...CARD,
	...CLOSE,
	...EDITOR,
	...FIELDS,
	...FIGURES,
	...HANDOVER,
	...LEDGER,
	...MONTH,
	...PAPER,
	...PARALLEL,
	...PAYROLL,
	...REMIND,
	...REPORT,
	...SLIDES,
	...TOUR,
	...WARNINGS
};
