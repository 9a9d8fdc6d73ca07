/** Text that was typed into a form and isn't written down yet: kept in this tab, so that leaving the page loses nothing. */
export function typedText(form: string): {
	read: (field: string) => string | undefined;
	keep: (fields: Record<string, string>) => void;
} {
	const key = `kaohe.typed/${form}`;
	let kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Record<string, string>;
	return {
		read: (field) => kept[field],
		keep: (fields) => {
			kept = fields;
			sessionStorage.setItem(key, JSON.stringify(fields));
		}
	};
}
