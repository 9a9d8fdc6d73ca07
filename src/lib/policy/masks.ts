import type { Policy } from './schema';
import { PERSONAL_KINDS, type PersonalKind } from '../language/personal-kinds';

/** The kinds of personal data that someone doesn't see. */
export type Hidden = ReadonlySet<PersonalKind>;

export const ALL_HIDDEN: Hidden = new Set(PERSONAL_KINDS);
export const NONE_HIDDEN: Hidden = new Set();

/** What the roles named don't see by a policy's table, each by itself or all together. */
export const hiddenFrom = (masks: NonNullable<Policy['masks']>, ...roles: string[]): Hidden =>
	new Set(masks.flatMap(({ role, hides }) => (roles.includes(role) ? hides : [])));

/** A name, home or number of which only so much is left that its owner knows it: 张*, 1-2-*, 138****1234; nothing of what is empty. */
export function masked(kind: PersonalKind, text: string): string {
	const said = text.trim();
	if (said === '') return '';
	if (kind === 'caller') return number(said);
	if (kind === 'home') return home(said);
	return `${first(said)}*`;
}

/** A mobile number keeps its first three and last four digits, any other its first two signs. */
const number = (said: string): string =>
	/\p{Nd}{11}$/u.test(said) ? `${said.slice(0, 3)}****${said.slice(-4)}` : `${said.slice(0, 2)}****`;

/** The last number of each home goes, with what follows it; what stands in brackets goes whole. */
const home = (said: string): string =>
	said
		.replace(/[(（[【].*$/su, '')
		.split(/([、,，;；]\s*)/u)
		.map((part, i) => (i % 2 === 1 || part === '' ? part : oneHome(part)))
		.join('') || '*';

function oneHome(said: string): string {
	const found = /^(.*?)\p{Nd}+\P{Nd}*$/su.exec(said);
	return found ? `${found[1]!}*` : `${first(said)}*`;
}

const first = (said: string): string => [...said][0]!;

/** Mobile numbers in what somebody wrote freely. */
export const withoutNumbers = (text: string): string =>
	text.replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (found) => number(found));
