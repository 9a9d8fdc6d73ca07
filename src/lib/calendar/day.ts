const format = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' });

/** The date (`YYYY-MM-DD`) of a moment in ISO 8601, by this machine's zone. */
export const dayOf = (at: string): string => format.format(new Date(at));

/** Today's date by this machine's clock and zone. */
export const today = (): string => format.format(new Date());
