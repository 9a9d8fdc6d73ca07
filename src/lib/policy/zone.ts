import type { Policy } from './schema';

const ZONE = 'Asia/Shanghai';

/** The company's time zone, as the newest version of the policy says. */
export const timeZoneOf = (policies: Policy[]): string =>
	policies.reduce<Policy | null>((a, b) => (!a || b.in_force_from >= a.in_force_from ? b : a), null)?.limits
		?.time_zone ?? ZONE;
