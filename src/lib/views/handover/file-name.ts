/** The name of the file that is handed over to a branch: its code without what no file name can hold, and a number where others are named alike. */
export function handoverName(branch: string, taken: readonly string[]): string {
	const plain = branch.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_');
	const isTaken = (name: string): boolean => taken.some((t) => t.toLowerCase() === name.toLowerCase());
	let name = `${plain}.kaohe`;
	for (let n = 2; isTaken(name); n++) name = `${plain}-${String(n)}.kaohe`;
	return name;
}
