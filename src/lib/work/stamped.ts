import { lifeOf } from '../record/life';
import { stampOf, type Stamp } from '../views/paper/stamp';
import type { Workspace } from './workspace.svelte';

/** Where months stand, for what leaves the screen: the seal of those whose figures are the sealed ones. */
export const stampFor = (workspace: Workspace, months: string[]): Stamp =>
	stampOf(
		months,
		(month) => workspace.policyIn(month),
		(month) => {
			// figures are those of the seal only where its document stands
			if (workspace.log.fault !== null || !workspace.log.sealed.has(month)) return null;
			return lifeOf(workspace.events, month).seals.at(-1) ?? null;
		}
	);
