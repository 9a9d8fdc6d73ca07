import type { Dropped } from './files';

const TABLES = /\.(csv|tsv|txt|xlsx|xls)$/i;

/** The files of a drop, folders searched deep; a folder's other files are left out, a file dropped by itself is kept whatever it is. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped[]> {
	const entries = [...transfer.items].map((item) => item.webkitGetAsEntry()).filter((e) => e !== null);
	if (entries.length === 0) return chosenFiles(transfer.files);
	const nested = await Promise.all(
		entries.map(async (entry) => {
			const files = await below(entry);
			return entry.isDirectory ? files.filter((f) => TABLES.test(f.path)) : files;
		})
	);
	return nested.flat();
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
	[...files]
		.filter((file) => !file.webkitRelativePath || TABLES.test(file.name))
		.map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
