import type { Dropped } from './files';

/** The files of a drop, folders searched deep: every one, so that whatever isn't read is said. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped[]> {
	const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((e) => e !== null);
	if (entries.length === 0) return chosenFiles(transfer.files);
	return (await Promise.all(entries.map(below))).flat();
}

async function below(entry: FileSystemEntry): Promise<Dropped[]> {
	if (entry.isFile) {
		const blob = await new Promise<File>((resolve, reject) =>
			(entry as FileSystemFileEntry).file(resolve, reject)
		);
		return [{ path: entry.fullPath.replace(/^\//, ''), blob }];
	}
	const reader = (entry as FileSystemDirectoryEntry).createReader();
	const found: Dropped[] = [];
	for (;;) {
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject)
		);
		if (some.length === 0) return found;
		for (const child of some) found.push(...(await below(child)));
	}
}

/** The files of a file input. */
export const chosenFiles = (files: FileList): Dropped[] =>
	[...files].map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
