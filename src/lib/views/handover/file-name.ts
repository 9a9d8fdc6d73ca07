/** The name of the file that is handed over to a branch: its code, without what no file name can hold. */
export const handoverName = (branch: string): string =>
	`${branch.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_')}.kaohe`;
