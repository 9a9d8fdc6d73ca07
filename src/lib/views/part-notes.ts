import { message } from '../language/messages';
import type { Lang } from '../language/text';
import type { MonthView, UnitMonth } from './month-view';

export const blendOf = ({ policy }: Pick<MonthView, 'policy'>): string | null | undefined =>
	policy.readings['blend']?.choice;

/** The full marks of a card's lines. */
export const wholeOf = ({ card }: Pick<MonthView, 'card'>): number =>
	card.lines.reduce((sum, line) => sum + Number(line.weight), 0);

/** What must be known to read the parts of a total: that lines are scaled up, or how raters are weighed. */
export function partNotesIn(lang: Lang, { view, unit }: { view: MonthView; unit: UnitMonth }): string[] {
	const isScaled = unit.kpi_points !== null && unit.lines.some((l) => l.points === null);
	const isReweighted =
		view.card.blended &&
		view.policy.readings['missing_rater']?.choice === 'reweight' &&
		unit.total !== null &&
		[unit.self, unit.group].includes(null);
	const calibrated = view.policy.readings['calibration']?.choice ?? 'none';
	const isCalibrated = calibrated !== 'none' && view.card.blended && blendOf(view) !== 'kpi_only';
	return [
		...(isCalibrated ? [message(lang, calibrated === 'zscore' ? 'card.zscore' : 'card.trimmed')] : []),
		...(isScaled ? [message(lang, 'card.scaled', { whole: wholeOf(view) })] : []),
		...(blendOf(view) === 'kpi_only'
			? [message(lang, 'card.kpiOnly')]
			: isReweighted
				? [message(lang, 'card.reweighted')]
				: [])
	];
}

/** What part of the blend a rater has, in per cent; nothing for what is no rater's. */
export function raterWeight(view: Pick<MonthView, 'policy'>, rater: string): string {
	if (blendOf(view) === 'kpi_only') return '';
	const found = view.policy.raters.find((r) => r.rater === rater);
	return found ? `${found.weight}%` : '';
}
