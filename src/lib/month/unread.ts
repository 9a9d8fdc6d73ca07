import { outstanding } from '../intake/answers';
import { asideRows, isLeftOut, type AsideRow } from '../intake/set-aside';
import type { LogEvent } from '../record/event';
import type { DataOf } from '../record/kinds';
import type { WorkFile } from '../record/file';

/** A file or table that was handed over and isn't read; `dataset` is what it is of, where that was understood. */
export type Unread = NonNullable<DataOf['import']['unread']>[number];

/** Whether a path is a file's own, or that of a sheet or member in it. */
const isWithin = (path: string, file: string): boolean =>
	path === file || path.startsWith(`${file}#`) || path.startsWith(`${file}/`);

/** What was handed over and isn't read, by the log: until it is imported after all, the file is handed over anew, or someone says that it isn't needed. */
export function unreadOf(events: LogEvent[]): Unread[] {
	const found = new Map<string, Unread>();
	for (const { kind, data } of events) {
		if (kind === 'unread_waived') found.delete(data.path);
		if (kind !== 'import' && kind !== 'sheet') continue;
		const { added = [], unread = [] } = data;
		const handed = (kind === 'import' && data.handed) || [];
		for (const known of [...found.keys()])
			if (handed.some((path) => isWithin(known, path)) || added.some(({ path }) => isWithin(path, known)))
				found.delete(known);
		for (const item of unread) found.set(item.path, item);
	}
	return [...found.values()];
}

/** What was set aside of a workspace's files and of what isn't read, by what it may belong to. */
export const asideOfAll = (files: WorkFile[], unread: Unread[]): AsideRow[] =>
	asideRows(outstanding(files), [
		...unread,
		...files.flatMap(({ path, warnings }) => warnings.filter(isLeftOut).map((warning) => ({ path, warning })))
	]);
