import type { Known } from '../month/life';
import { unitNames } from '../compute/names';
import type { Policy } from '../policy/schema';

/** Someone who can be rated in a month: a person, or a branch where there are no people. */
export interface Rated {
	branch: string;
	person: string | null;
	/** The name as files write it. */
	plain: string;
	/** The name told apart from others of it. */
	name: string;
}

/** Everyone who can be rated in a month. */
export function ratedIn({ results }: Pick<Known, 'results'>, month: string): Rated[] {
	const units = results.units.filter((u) => u.month === month);
	const names = unitNames(results);
	const of = (kind: string) =>
		units
			.filter((u) => u.unit_kind === kind)
			.map((u) => {
				const unit = u.unit;
				const plain = u.name ?? unit;
				return { unit, branch: String(u.branch), plain, name: names.get(`${kind}/${unit}`) ?? plain };
			});
	const people = of('person').map(({ unit: person, ...who }) => ({ ...who, person }));
	if (people.length > 0) return people;
	return of('branch').map(({ unit, plain, name }) => ({ branch: unit, person: null, plain, name }));
}

/** Whether a role's sheets enter the score: by one reading of the blend the leaders' part is the scorecard's, by another none counts. */
export function sheetCounts({ readings }: Policy, role: string): boolean {
	const blend = readings['blend']?.choice;
	return blend === 'leader_sheet' || (blend !== 'kpi_only' && role !== 'leader');
}

/** What is typed into a sheet, and how it goes with scores that files hold. */
export interface TypedSheet {
	role: string;
	scores: readonly string[];
	/** How many of them are for someone of whom files hold a score. */
	beside: number;
	/** Whether each of those takes the file's place or is another rater's; empty until it is said. */
	mode: '' | 'replace' | 'add';
	/** Whether each file's score is one of a rater with a name. */
	replaceable: boolean;
}

/** What a typed sheet lacks before it can be kept: scores, sound ones, how they go with the files', or the rater; null where nothing. */
export function lackOf({
	role,
	scores,
	beside,
	mode,
	replaceable
}: TypedSheet): 'scores' | 'sound' | 'mode' | 'rater' | null {
	if (scores.length === 0) return 'scores';
	if (!scores.every(isScore)) return 'sound';
	if (beside > 0 && mode !== 'add' && !(mode === 'replace' && replaceable)) return 'mode';
	// who rates himself, or whom files name already, needs no name
	return role === 'self' || (mode === 'replace' && beside === scores.length) ? null : 'rater';
}

/** True for a score of 0 to 100 with up to two decimals. */
export const isScore = (text: string): boolean => /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100;

/** A pasted line that can't be taken, and why. */
export interface BadLine {
	why: 'nobody' | 'several' | 'score';
	line: string;
}

/** Lines pasted from a sheet (name or number, then the score) as scores of the people they name; the first line that can't be taken is said. */
export function pasted(text: string, rated: Rated[]): { scores: [Rated, string][]; bad: BadLine | null } {
	const scores: [Rated, string][] = [];
	for (const line of text
		.split(/\r?\n/)
		.map((l) => l.trim())
		.filter(Boolean)) {
		const cells = line.split(/[\t,，]+/).map((c) => c.trim());
		const score = cells.at(-1)!;
		const who = rated.filter((r) =>
			cells.slice(0, -1).some((c) => c === r.plain || c === r.name || c === (r.person ?? r.branch))
		);
		const why = !isScore(score) ? 'score' : who.length === 0 ? 'nobody' : who.length > 1 ? 'several' : null;
		if (why) return { scores: [], bad: { why, line } };
		scores.push([who[0]!, score]);
	}
	return { scores, bad: null };
}
