/** The kinds of personal data that the workbench shows: names of customers, homes, numbers that called or were called, names of raters. */
export const PERSONAL_KINDS = ['customer', 'home', 'caller', 'rater'] as const;

export type PersonalKind = (typeof PERSONAL_KINDS)[number];
