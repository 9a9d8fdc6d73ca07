import type { Engine } from '../engine/engine';
import { tableBatch } from '../engine/table-batch';

/** A simple change of what was counted: so many more (or fewer) in a measure's numerator and denominator. */
export interface Adjustment {
	measure: string;
	unitKind: string;
	unit: string;
	month: string;
	numerator: number;
	denominator: number;
}

/** Adds input changes to those that stand; those of one cell become one row, which the scoring joins. */
export async function adjust(engine: Engine, adjustments: Adjustment[]): Promise<void> {
	if (adjustments.length === 0) return;
	const standing = await engine.rows(
		'select measure, month, unit_kind as "unitKind", unit, numerator::integer as numerator, denominator::integer as denominator from staging.adjustment'
	);
	const sums = new Map<string, Adjustment>();
	for (const a of [...(standing as unknown as Adjustment[]), ...adjustments]) {
		const key = [a.measure, a.unitKind, a.unit, a.month].join('\n');
		const sum = sums.get(key) ?? { ...a, numerator: 0, denominator: 0 };
		sums.set(key, {
			...sum,
			numerator: sum.numerator + a.numerator,
			denominator: sum.denominator + a.denominator
		});
	}
	const columns: [string, 'text' | 'int'][] = [
		['measure', 'text'],
		['unit_kind', 'text'],
		['unit', 'text'],
		['month', 'text'],
		['numerator', 'int'],
		['denominator', 'int']
	];
	const rows = [...sums.values()].map((a) => [
		a.measure,
		a.unitKind,
		a.unit,
		a.month,
		a.numerator,
		a.denominator
	]);
	await engine.exec('delete from staging.adjustment');
	await engine.append('staging.adjustment', tableBatch({ name: 'adjustment', columns, rows }));
}
