import { address } from '../../sheets/workbook';

interface Ranking {
	isDense: boolean;
	/** The rows that are ranked, and the own one. */
	first: number;
	last: number;
	row: number;
	/** Units of another card are ranked by themselves; null where a sheet has one card. */
	card: number | null;
	/** The column ranked by, the highest first. */
	by: number;
	isLowestFirst?: boolean;
	ranked: { column: number; yes: string };
}

/** A rank and the number of those that have it, as formulas: ties share the place, the next one counts them (or, dense, follows at once) (L163). */
export function rankFormula({ isDense, first, last, row, card, by, isLowestFirst, ranked }: Ranking): {
	place: string;
	alike: string;
} {
	const down = (column: number): string => `${address(first, column)}:${address(last, column)}`;
	const own = (column: number): string => address(row, column, false);
	const same = card === null ? '' : `(${down(card)}=${own(card)})*`;
	// a text would be more than any number
	const among = `${same}(${down(ranked.column)}="${ranked.yes}")*ISNUMBER(${down(by)})`;
	const above = `${among}*(${down(by)}${isLowestFirst ? '<' : '>'}${own(by)})`;
	const key = [...(card === null ? [] : [card]), ranked.column, by];
	const once = `COUNTIFS(${key.map((column) => `${down(column)},${down(column)}`).join(',')})`;
	return {
		place: `SUMPRODUCT(${above}${isDense ? `/${once}` : ''})+1`,
		alike: `SUMPRODUCT(${among}*(${down(by)}=${own(by)}))`
	};
}
