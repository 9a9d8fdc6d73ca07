/** Puts a table on the clipboard: as TSV for spreadsheets, as HTML for chats. */
export async function copyForms({ tsv, html }: { tsv: string; html: string }): Promise<void> {
	const item = (type: string, text: string): [string, Blob] => [type, new Blob([text], { type })];
	await navigator.clipboard.write([
		new ClipboardItem(Object.fromEntries([item('text/plain', tsv), item('text/html', html)]))
	]);
}

/** Hands a file to the user. */
export function saveFile(name: string, content: BlobPart, type: string): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = Object.assign(document.createElement('a'), { href: url, download: name });
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), 1000);
}
