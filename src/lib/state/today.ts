/** Today's date (`YYYY-MM-DD`) by this machine's clock and zone. */
export const today = (): string =>
	new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short' }).format(new Date());
