import { goto } from '$app/navigation';
import { page } from '$app/state';

/** Sets a parameter of the page's URL; an empty value takes it out. */
export function choose(name: string, value: string): void {
	const url = new URL(page.url);
	if (value === '') url.searchParams.delete(name);
	else url.searchParams.set(name, value);
	void goto(`${url.pathname}${url.search}`, { keepFocus: true, noScroll: true });
}
