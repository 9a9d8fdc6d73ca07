/** The accepted rows of one workspace, already de-duplicated and valid. */
export interface Facts {
	/** Null where there is no branches file. */
	branches:
		| {
				branch: string;
				name?: string | null;
				opened_on: string | null;
				closed_on: string | null;
				merged_into?: string;
		  }[]
		| null;
	/** Null where there is no people file. */
	people:
		{ person: string; branch: string; post: string | null; from: string | null; to: string | null }[] | null;
	attendance: { month: string; branch: string; person: string; due_days: string; attended_days: string }[];
	tickets: {
		ticket: string;
		branch: string;
		person: string | null;
		kind: string;
		received_at: string;
		due_at: string | null;
		resolved_at: string | null;
		status: 'excluded' | 'closed' | null;
	}[];
	callbacks: {
		callback: string;
		branch: string;
		person: string;
		ticket: string | null;
		called_at: string;
		result: 'reached' | 'not_reached';
		satisfaction: 1 | 2 | 3 | 4 | 5 | null;
	}[];
	spot_checks: {
		check: string;
		branch: string;
		person: string | null;
		checked_at: string;
		subject: string;
		passed: 'yes' | 'no';
		ref: string | null;
	}[];
	ratings: {
		month: string;
		branch: string;
		person: string | null;
		role: 'self' | 'leader' | 'group';
		rater: string | null;
		score: string;
	}[];
	merits: {
		merit: string;
		date: string;
		branch: string;
		person: string | null;
		type: string;
		evidence: string | null;
	}[];
	audits: { audit: string; date: string; branch: string; person: string | null; points: string }[];
	reports: { report: string; branch: string; due_at: string; truthful: 'yes' | 'no' | null }[];
}

/** Whose score is computed: a branch or a person, with the person's branch in that month. */
export interface Unit {
	kind: 'branch' | 'person';
	unit: string;
	branch: string | null;
}

/** The rows that belong to a unit: those of the branch, or those that name the person. */
export function rowsOf<R extends { branch: string; person?: string | null }>(rows: R[], unit: Unit): R[] {
	return rows.filter((row) => (unit.kind === 'branch' ? row.branch : row.person) === unit.unit);
}

/** Compares two texts by code point. */
export function byCodePoint(a: string, b: string): number {
	const left = Array.from(a, (c) => c.codePointAt(0) ?? 0);
	const right = Array.from(b, (c) => c.codePointAt(0) ?? 0);
	for (let i = 0; i < Math.min(left.length, right.length); i++) {
		const difference = (left[i] ?? 0) - (right[i] ?? 0);
		if (difference !== 0) return difference;
	}
	return left.length - right.length;
}

/** The month (YYYY-MM) of a date or time. */
export function monthOf(time: string): string {
	return time.slice(0, 7);
}

/** The month so many months after a month. */
export function addMonths(month: string, count: number): string {
	const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
	const year = String(Math.floor(index / 12)).padStart(4, '0');
	return `${year}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** A time moved on by so many hours. */
export function addHours(time: string, hours: number): string {
	const full = time.length === 10 ? `${time} 00:00:00` : time;
	const ms = Date.parse(`${full.replace(' ', 'T')}Z`) + hours * 3_600_000;
	return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}
