/** A score that a rater gave to somebody. */
export interface GivenScore {
	rater: string;
	/** Who was rated. */
	unit: string;
	score: number;
}

/** How one rater scores beside the others who rated the same. */
export interface RaterFit {
	rater: string;
	/** How many were rated, and how many of them by others too. */
	given: number;
	shared: number;
	mean: number;
	/** Standard deviation of the scores; null of a single one. */
	spread: number | null;
	/** Points above (or below) what others give the same people, and the interval in which that lies with 95 % certainty; null where nobody else rated any of them. */
	distance: { by: number; low: number; high: number } | null;
	marks: RaterMark[];
	/** Whose scores these are to the point, where they are others'. */
	copies: string[];
}

export type RaterMark = 'strict' | 'lenient' | 'halo' | 'copy';

/** Fewer scores than these tell nothing. */
const FEWEST = 5;
/** A distance of fewer points is nothing to speak of, however certain. */
const WORTH = 2;
/** Standard errors beyond which a rater is marked: one of some 2,000 who rate alike is so by chance. */
const CERTAIN = 3.5;
const INTERVAL = 1.96;
/** What a median's error is of a mean's. */
const OF_MEDIAN = 1.2533;
/** Scores are given in whole or half points: they differ by that much without meaning to. */
const GRAIN = 0.25;
const ROUNDS = 12;
/** The chance that a pair of raters is marked as copied though both judged by themselves. */
const BY_CHANCE = 0.0005;

const median = (values: number[]): number => {
	const sorted = [...values].sort((a, b) => a - b);
	const half = sorted.length >> 1;
	return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};
const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
function deviation(values: number[]): number | null {
	if (values.length < 2) return null;
	const middle = mean(values);
	return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1));
}

const grouped = (given: GivenScore[], by: 'rater' | 'unit'): Map<string, GivenScore[]> => {
	const groups = new Map<string, GivenScore[]>();
	for (const one of given) {
		const list = groups.get(one[by]);
		if (list) list.push(one);
		else groups.set(one[by], [one]);
	}
	return groups;
};

/** How the raters of one role in one month score beside each other: who is rated gets a level and who rates a distance from it, both as medians, so that one strict rater doesn't make the others look lenient. */
export function raterFits(given: GivenScore[]): RaterFit[] {
	const byUnit = grouped(given, 'unit');
	const shared = given.filter(({ unit }) => new Set(byUnit.get(unit)!.map((g) => g.rater)).size > 1);
	const levels = new Map(
		[...grouped(shared, 'unit')].map(([unit, own]) => [unit, median(own.map((g) => g.score))])
	);
	const distances = new Map([...grouped(shared, 'rater').keys()].map((rater) => [rater, 0]));
	const circles = circlesOf(shared);
	for (let round = 0; round < ROUNDS; round++) {
		for (const [rater, own] of grouped(shared, 'rater'))
			distances.set(rater, median(own.map((g) => g.score - levels.get(g.unit)!)));
		for (const circle of circles) {
			const middle = median(circle.map((rater) => distances.get(rater)!));
			for (const rater of circle) distances.set(rater, distances.get(rater)! - middle);
		}
		for (const [unit, own] of grouped(shared, 'unit'))
			levels.set(unit, median(own.map((g) => g.score - distances.get(g.rater)!)));
	}
	/** Of two alone nobody can say who is off: each is told beside the other. */
	const paired = new Set(circles.flatMap((circle) => (circle.length === 2 ? circle : [])));
	const rests = shared.map((g) => g.score - levels.get(g.unit)! - distances.get(g.rater)!);
	// what levels and distances have taken of the scores is no more in what they leave
	const free = Math.max(1, shared.length - levels.size - distances.size + 1);
	const scale = Math.max(GRAIN, Math.sqrt(rests.reduce((sum, e) => sum + e * e, 0) / free));
	const levelSpread = deviation([...levels.values()]) ?? 0;
	const copies = copiesOf(shared);
	return [...grouped(given, 'rater')].map(([rater, own]): RaterFit => {
		const scores = own.map((g) => g.score);
		const others = own.filter((g) => levels.has(g.unit)).length;
		const offset = distances.get(rater);
		const times = paired.has(rater) ? 2 : 1;
		const by = offset === undefined ? undefined : offset * times;
		const error = (times * OF_MEDIAN * scale) / Math.sqrt(Math.max(1, others));
		const isCertain =
			by !== undefined &&
			!paired.has(rater) &&
			others >= FEWEST &&
			Math.abs(by) >= Math.max(WORTH, CERTAIN * error);
		// where nobody else rated them, nothing says that they are alike
		const isHalo =
			own.length >= FEWEST && new Set(scores).size === 1 && (others === 0 || levelSpread > WORTH / 2);
		const copied = copies.get(rater) ?? [];
		return {
			rater,
			given: own.length,
			shared: others,
			mean: mean(scores),
			spread: deviation(scores),
			distance: by === undefined ? null : { by, low: by - INTERVAL * error, high: by + INTERVAL * error },
			marks: [
				...(isCertain ? [by < 0 ? ('strict' as const) : ('lenient' as const)] : []),
				...(isHalo ? ['halo' as const] : []),
				...(copied.length === 0 ? [] : ['copy' as const])
			],
			copies: copied
		};
	});
}

/** Raters who rated the same people, or the same as others who did: between circles nothing can be told. */
function circlesOf(shared: GivenScore[]): string[][] {
	const circles: { raters: Set<string>; units: Set<string> }[] = [];
	for (const { rater, unit } of shared) {
		const met = circles.filter((c) => c.raters.has(rater) || c.units.has(unit));
		const joined = { raters: new Set([rater]), units: new Set([unit]) };
		for (const circle of met) {
			circle.raters.forEach((r) => joined.raters.add(r));
			circle.units.forEach((u) => joined.units.add(u));
			circles.splice(circles.indexOf(circle), 1);
		}
		circles.push(joined);
	}
	return circles.map(({ raters }) => [...raters]);
}

/** Raters whose scores are another's wherever both rated, more often than two who judge by themselves would agree. */
function copiesOf(shared: GivenScore[]): Map<string, string[]> {
	const scores = new Map(
		[...grouped(shared, 'rater')].map(([rater, own]) => [rater, new Map(own.map((g) => [g.unit, g.score]))])
	);
	const raters = [...scores.keys()];
	const pairs = raters.flatMap((a, i) =>
		raters.slice(i + 1).map((b) => {
			const common = [...scores.get(a)!.keys()].filter((unit) => scores.get(b)!.has(unit));
			const equal = common.filter((unit) => scores.get(a)!.get(unit) === scores.get(b)!.get(unit)).length;
			const kinds = new Set(common.map((unit) => scores.get(a)!.get(unit))).size;
			return { a, b, common: common.length, equal, kinds };
		})
	);
	const found = new Map<string, string[]>();
	for (const pair of pairs) {
		// one score for all is told as that
		if (pair.common < FEWEST || pair.equal < pair.common || pair.kinds < 2) continue;
		const others = pairs.filter(({ a, b }) => ![a, b].some((rater) => rater === pair.a || rater === pair.b));
		const all = others.reduce((sum, o) => sum + o.common, 0);
		// how often two agree otherwise, never taken as less than once in twenty
		const chance = Math.max(0.05, others.reduce((sum, o) => sum + o.equal, 0) / Math.max(1, all));
		if (chance ** pair.common * pairs.length > BY_CHANCE) continue;
		found.set(pair.a, [...(found.get(pair.a) ?? []), pair.b]);
		found.set(pair.b, [...(found.get(pair.b) ?? []), pair.a]);
	}
	return found;
}
