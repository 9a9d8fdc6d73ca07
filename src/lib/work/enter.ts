import { today } from '../calendar/day';
import { decide } from '../month/decide';
import type { Intent } from '../month/intent';
import type { Actor } from '../record/actor';
import type { LogEvent } from '../record/event';
import { refusedText } from '../views/refused';
import { Barred } from './failure';
import type { WorkLog } from './log.svelte';
import { situationOf } from './situation';
import type { Workspace } from './workspace.svelte';

/** Writes what is decided of an intent as the log is then, at once, whatever the engine does; throws why it is refused. */
export async function enter(
	work: Workspace,
	make: () => Intent,
	by: Actor | null = work.log.actor(),
	change: Parameters<WorkLog['enter']>[2] = {},
	hash = ''
): Promise<LogEvent> {
	work.entering++;
	try {
		await work.queue.entered();
		return await work.log.enter(
			() => {
				const { entry, refused } = decide(situationOf(work, hash), make(), by, today());
				if (refused) throw new Barred(refusedText(refused));
				return entry;
			},
			by,
			change
		);
	} finally {
		work.entering--;
	}
}
