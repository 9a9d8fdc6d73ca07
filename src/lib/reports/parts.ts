import { CALLBACKS } from './parts/callbacks';
import { COMPLAINTS } from './parts/complaints';
import { FEES } from './parts/fees';
import { GROUPS } from './parts/groups';
import { LOGS } from './parts/logs';
import type { Part } from './parts/part';
import { PLANS } from './parts/plans';
import { SUBMISSIONS } from './parts/submissions';
import { TICKETS } from './parts/tickets';
import { TRUTH } from './parts/truth';

/** The measurable parts of the handbook as reports, in its order. */
export const PARTS: Part[] = [PLANS, SUBMISSIONS, TICKETS, FEES, CALLBACKS, TRUTH, COMPLAINTS, GROUPS, LOGS];
