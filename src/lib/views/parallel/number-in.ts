/** A number as a sheet shows it. */
export interface Typed {
	/** Exact, without what is beside it. */
	text: string;
	value: number;
	decimals: number;
	percent: boolean;
}

const NUMBER =
	/^[¥￥\s]*([+\-−]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?)\s*(%|％|分|次|件|条|个|名|位|元)?$/;

/** The number in a cell, with `%`, thousands and a unit beside it; null where there is none. */
export function numberIn(cell: string): Typed | null {
	const [, sign = '', digits, part = '', unit = ''] = NUMBER.exec(cell.trim().replace(/^第/, '')) ?? [];
	if (digits === undefined) return null;
	const text = `${sign === '-' || sign === '−' ? '-' : ''}${digits.replaceAll(',', '')}`;
	return { text, value: Number(text), decimals: part.length, percent: unit === '%' || unit === '％' };
}
