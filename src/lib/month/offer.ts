import type { Role } from '../record/actor';
import { KINDS, type KindName } from '../record/kinds';
import type { State } from '../record/steps';

/** Who may write a kind of entry, where someone of a role may not; null where they may. */
export const othersMay = (kind: KindName, role: Role | undefined): Role[] | null =>
	role === undefined || KINDS[kind].by.includes(role) ? null : KINDS[kind].by;

/** Whether a kind of entry can be written while the month stands so. */
export const opensIn = (kind: KindName, state: State): boolean => KINDS[kind].states?.includes(state) ?? true;
