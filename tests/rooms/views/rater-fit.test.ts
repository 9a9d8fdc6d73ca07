import { describe, expect, it } from 'vitest';
import { random } from '../../../scripts/samples/random';
import { raterFits, type GivenScore, type RaterMark } from '../../../src/lib/views/rater-fit';

const normal = (next: () => number): number =>
	Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

interface Shape {
	raters: number;
	units: number;
	/** The part of all pairs that was rated. */
	part: number;
	noise: number;
}
/** Raters who judge alike: everyone has a level, every rater a small habit, and scores are whole points. */
function judged(next: () => number, { raters, units, part, noise }: Shape): GivenScore[] {
	const levels = Array.from({ length: units }, () => 88 + 4 * normal(next));
	const habits = Array.from({ length: raters }, () => 0.4 * normal(next));
	return Array.from({ length: raters }, (_, r) =>
		levels.flatMap((level, u): GivenScore[] =>
			next() < part
				? [
						{
							rater: `R${String(r)}`,
							unit: `U${String(u)}`,
							score: Math.min(100, Math.round(level + habits[r]! + noise * normal(next)))
						}
					]
				: []
		)
	).flat();
}
const shapeOf = (next: () => number): Shape => ({
	raters: 3 + Math.floor(next() * 8),
	units: 8 + Math.floor(next() * 30),
	part: 0.6 + 0.4 * next(),
	noise: 1 + 3 * next()
});
const marked = (given: GivenScore[], mark: RaterMark): string[] =>
	raterFits(given)
		.filter(({ marks }) => marks.includes(mark))
		.map(({ rater }) => rater);
const SETS = 400;

describe('raters beside each other', () => {
	it('who judge alike are hardly ever marked: fewer than one in two hundred', () => {
		const { next } = random(1);
		let [raters, wrong] = [0, 0];
		for (let i = 0; i < SETS; i++) {
			const fits = raterFits(judged(next, shapeOf(next)));
			raters += fits.length;
			wrong += fits.filter(({ marks }) => marks.length > 0).length;
		}
		expect(raters).toBeGreaterThan(2000);
		expect(wrong / raters).toBeLessThan(0.005);
	});

	it.each([
		['strict', -9],
		['lenient', 9]
	] as const)('one who is %s is found, and the others aren’t blamed for it', (mark, by) => {
		const { next } = random(2);
		let [found, blamed] = [0, 0];
		for (let i = 0; i < SETS; i++) {
			const given = judged(next, shapeOf(next)).map((g) =>
				g.rater === 'R0' ? { ...g, score: g.score + by } : g
			);
			found += marked(given, mark).includes('R0') ? 1 : 0;
			blamed += raterFits(given).filter(({ rater, marks }) => rater !== 'R0' && marks.length > 0).length;
		}
		expect(found / SETS).toBeGreaterThan(0.95);
		expect(blamed / SETS).toBeLessThan(0.05);
	});

	it('one who gives all the same score is found', () => {
		const { next } = random(3);
		let found = 0;
		for (let i = 0; i < SETS; i++)
			found += marked(
				judged(next, shapeOf(next)).map((g) => (g.rater === 'R0' ? { ...g, score: 90 } : g)),
				'halo'
			).includes('R0')
				? 1
				: 0;
		expect(found / SETS).toBeGreaterThan(0.97);
	});

	it('one who copies another is found with whom he copied, where the two rated enough', () => {
		const { next } = random(4);
		let [found, sets] = [0, 0];
		for (let i = 0; i < SETS; i++) {
			const shape = { ...shapeOf(next), part: 1 };
			const given = judged(next, shape);
			const own = new Map(given.filter((g) => g.rater === 'R1').map((g) => [g.unit, g.score]));
			const copied = given.map((g) => (g.rater === 'R0' ? { ...g, score: own.get(g.unit)! } : g));
			sets++;
			const fit = raterFits(copied).find(({ rater }) => rater === 'R0');
			found += fit?.copies.includes('R1') ? 1 : 0;
		}
		expect(found / sets).toBeGreaterThan(0.95);
	});

	it('says number, mean, spread and distance by hand, and nothing of one whom nobody can be held against', () => {
		const given: GivenScore[] = [
			{ rater: 'A', unit: '1', score: 90 },
			{ rater: 'A', unit: '2', score: 80 },
			{ rater: 'B', unit: '1', score: 92 },
			{ rater: 'B', unit: '2', score: 82 },
			{ rater: 'C', unit: '9', score: 70 }
		];
		const [a, b, c] = raterFits(given);
		expect([a!.given, a!.mean, a!.spread]).toEqual([2, 85, Math.sqrt(50)]);
		expect([a!.distance!.by, b!.distance!.by]).toEqual([-2, 2]);
		expect([c!.distance, c!.spread, c!.shared, c!.marks]).toEqual([null, null, 0, []]);
	});

	it('of two alone nobody is blamed, circles that share nobody don’t move each other, and a lone halo is seen', () => {
		const scores = (rater: string, units: string[], by: number): GivenScore[] =>
			units.map((unit, i) => ({ rater, unit, score: 80 + i + by }));
		const [first, second] = [
			['1', '2', '3', '4', '5', '6'],
			['7', '8', '9', '10', '11', '12']
		];
		const fits = raterFits([
			...scores('A', first, -10),
			...scores('B', first, 0),
			...scores('C', second, 0),
			...scores('D', second, 0),
			...scores('E', second, -9),
			...['a', 'b', 'c', 'd', 'e'].map((unit) => ({ rater: 'L', unit, score: 100 }))
		]);
		const of = (rater: string) => fits.find((f) => f.rater === rater)!;
		expect([of('A').distance!.by, of('B').distance!.by]).toEqual([-10, 10]);
		expect([of('A').marks, of('B').marks]).toEqual([[], []]);
		expect([of('C').distance!.by, of('E').distance!.by]).toEqual([0, -9]);
		expect(of('E').marks).toContain('strict');
		expect(of('L').marks).toEqual(['halo']);
	});

	it('three who hand in one sheet are told with each other', () => {
		const sheet = [81, 90, 77, 95, 88, 70, 99];
		const fits = raterFits(
			['A', 'B', 'C'].flatMap((rater) => sheet.map((score, i) => ({ rater, unit: String(i), score })))
		);
		expect(fits.map((f) => [f.rater, f.copies])).toEqual([
			['A', ['B', 'C']],
			['B', ['A', 'C']],
			['C', ['A', 'B']]
		]);
	});
});
