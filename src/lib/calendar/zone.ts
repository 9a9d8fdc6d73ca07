const HOUR = 3600;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

function format(zone: string): Intl.DateTimeFormat {
	let found = formats.get(zone);
	if (!found) {
		found = new Intl.DateTimeFormat('en-US', {
			timeZone: zone,
			hourCycle: 'h23',
			year: 'numeric',
			month: 'numeric',
			day: 'numeric',
			hour: 'numeric',
			minute: 'numeric',
			second: 'numeric'
		});
		formats.set(zone, found);
	}
	return found;
}

/** Whether a time zone of that name is known (Asia/Shanghai). */
export function isZone(zone: string): boolean {
	try {
		format(zone);
		return true;
	} catch {
		return false;
	}
}

/** Seconds since 1970 on the wall clock of a time zone at a moment given in UTC. */
export function wallTime(utc: number, zone: string): number {
	const hour = Math.floor(utc / HOUR);
	let known = offsets.get(zone);
	if (!known) offsets.set(zone, (known = new Map<number, number>()));
	let offset = known.get(hour);
	if (offset === undefined) {
		const parts = Object.fromEntries(
			format(zone)
				.formatToParts(new Date(utc * 1000))
				.map(({ type, value }) => [type, Number(value)])
		);
		const { year, month, day, hour: h, minute, second } = parts as Record<string, number>;
		offset = Date.UTC(year!, month! - 1, day, h, minute, second) / 1000 - utc;
		known.set(hour, offset);
	}
	return utc + offset;
}
