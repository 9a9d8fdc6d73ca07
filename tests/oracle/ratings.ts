import type { Policy } from '../../src/lib/policy/schema';
import type { Facts } from './facts';
import { cmp, decimal, type Frac } from './fraction';
import { amount, choice } from './policy';

type Rating = Facts['ratings'][number];

/** What a rating counts: its score, another where raters are calibrated, or null where it is left out. */
export function worthOf(facts: Facts, policy: Policy, rating: Rating): Frac | null {
	const how = choice(policy, 'calibration');
	const alike = (other: Rating): boolean =>
		other.month === rating.month && other.branch === rating.branch && other.role === rating.role;
	const given = decimal(rating.score);
	if (how === 'zscore') {
		const own = facts.ratings.filter((r) => alike(r) && r.rater === rating.rater).map((r) => Number(r.score));
		if (rating.rater === null || own.length < amount(policy, 'calibration')) return given;
		const all = facts.ratings.filter(alike).map((r) => Number(r.score));
		const [mine, theirs] = [spread(own), spread(all)];
		const z = mine.deviation < 1e-9 ? 0 : (Number(rating.score) - mine.mean) / mine.deviation;
		const value = Math.min(Math.max(theirs.mean + z * theirs.deviation, 0), 100);
		return decimal((Math.round(value * 1e6) / 1e6).toFixed(6));
	}
	if (how === 'trimmed') {
		const most = amount(policy, 'calibration');
		const of = facts.ratings.filter((r) => alike(r) && r.person === rating.person);
		if (of.length <= 2 * most) return given;
		const sorted = of
			.map((r, i) => ({ r, i }))
			.sort((a, b) => cmp(decimal(a.r.score), decimal(b.r.score)) || a.i - b.i)
			.slice(most, of.length - most);
		return sorted.some(({ r }) => r === rating) ? given : null;
	}
	return given;
}

function spread(values: number[]): { mean: number; deviation: number } {
	const mean = values.reduce((all, v) => all + v, 0) / values.length;
	return {
		mean,
		deviation: Math.sqrt(values.reduce((all, v) => all + (v - mean) ** 2, 0) / values.length)
	};
}
