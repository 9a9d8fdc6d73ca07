/** Prints how a command is used and ends it well, where that is asked for. */
export function help(usage: string): void {
	if (!process.argv.slice(2).some((arg) => arg === '--help' || arg === '-h')) return;
	console.log(usage);
	process.exit(0);
}
