import type { Column } from './dataset';
import { DecimalBuilder } from './builders';
import { unitRatio } from './units';
import * as values from './values';
import type { Reader } from './reader';
import { text } from './text-readers';

const KEPT_DECIMALS = 6;

/** Reads numbers by their family and the unit that the header says, within the bounds and decimals of the column. */
export function numberReader(column: Column, unit?: string): Reader {
	const { family = 'any', kept_decimals: kept = KEPT_DECIMALS } = column;
	const builder = new DecimalBuilder(column.column, kept);
	const scaled = (limit: number): bigint =>
		BigInt(Math.round(limit * 1e6)) * 10n ** BigInt(kept - KEPT_DECIMALS);
	const min = column.min === undefined ? null : scaled(column.min);
	const max = column.max === undefined ? null : scaled(column.max);
	const step = column.decimals === undefined ? null : 10n ** BigInt(kept - column.decimals);
	const ratio = (unit === undefined ? null : unitRatio(family, unit)) ?? undefined;
	return {
		builders: [builder],
		read(row, bytes, start, end) {
			const value = values.parseNumber(text(bytes, start, end), family, kept, ratio);
			if (value === null) return 'type';
			if ((min !== null && value < min) || (max !== null && value > max)) return 'range';
			if (step !== null && value % step !== 0n) return 'precision';
			builder.set(row, value);
			return null;
		}
	};
}
