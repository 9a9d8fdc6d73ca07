import { today } from '../calendar/day';
import { monthLifeOf, type MonthLife } from '../month/life';
import type { Workspace } from './workspace.svelte';
import { hashOf } from './month-hash';
import { situationOf } from './situation';

export type { MonthLife };

/** A month's life as the workspace has it now. */
export const monthLife = async (work: Workspace, month: string): Promise<MonthLife> =>
	monthLifeOf(situationOf(work, await hashOf(work.results, month)), month, today());
