/** One line of the strip: where it stands, how much is kept, and how good its tier is. */
export interface StripPart {
	line: string;
	from: number;
	width: number;
	/** The share of the weight that was kept, 0-1; null where there is nothing to show. */
	kept: number | null;
	/** 1-5, the colour of the kept part. */
	shade: number;
}

interface StripLine {
	line: string;
	weight: string;
	points: string | null;
	tier: number | null;
	status: string;
}

/** The strip's parts over a width of 100: the lines that apply by weight, kept points first, lost ones after. */
export function stripParts(lines: StripLine[]): StripPart[] {
	const shown = lines.filter((l) => l.status !== 'not_applicable');
	const whole = shown.reduce((sum, l) => sum + Number(l.weight), 0) || 1;
	let from = 0;
	return shown.map((l) => {
		const width = (Number(l.weight) / whole) * 100;
		const kept = l.points === null ? null : Number(l.points) / Number(l.weight);
		const part = { line: l.line, from, width, kept, shade: l.tier ?? shadeOf(kept ?? 1) };
		from += width;
		return part;
	});
}

/** A line without tiers takes the colour of the share it kept. */
const shadeOf = (kept: number): number =>
	kept >= 1 ? 1 : kept >= 0.9 ? 2 : kept >= 0.8 ? 3 : kept >= 0.5 ? 4 : 5;
