import type { RenamedRow } from '../sql/rows';

/** What a branch was called in a month, of those that were renamed by another one. */
export const nameIn = (renamed: RenamedRow[], branch: string, month: string, by: string): string =>
	renamed.find((r) => r.heir === branch && r.month === month && r.last_month === by)?.unit ?? branch;
