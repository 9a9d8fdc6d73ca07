let isPaper = false;

/** Begins to follow whether the page is drawn for paper, before any listener of what is drawn. */
function follow(): void {
	addEventListener('beforeprint', () => (isPaper = true), { capture: true });
	addEventListener('afterprint', () => (isPaper = false), { capture: true });
}
if (typeof addEventListener === 'function') follow();

/** True while the page is drawn for paper, for what is drawn only then: it hears no event of its beginning. */
export const onPaper = (): boolean => isPaper;
