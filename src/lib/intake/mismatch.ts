import type { Counter } from './count';
import type { Tally } from './outcome';
import type { Scanner } from './scan';

/** Holds the scanner's lines and records against the counter's, and the tally against itself; null where all agree, else what differs. */
export function mismatchOf(
	{ records, accepted, rejected, preamble, footer, blank }: Tally,
	scanner: Scanner,
	counter: Counter,
	{ faults, header }: { faults: number; header: number }
): string | null {
	const accounted = accepted + rejected + preamble + footer + blank;
	if (accounted !== records) return `tally: ${String(records)} records, ${String(accounted)} accounted for`;
	if (faults > 0) return null;
	if (counter.records !== records + header)
		return `records: ${String(counter.records - header)} counted, ${String(records)} read`;
	const lines = scanner.line - 1;
	return lines === counter.lines ? null : `lines: ${String(counter.lines)} counted, ${String(lines)} read`;
}
