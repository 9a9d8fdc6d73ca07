/** Whether a unit's name or code holds what is typed into a table's filter. */
export const isSought = ({ name, unit }: { name: string; unit: string }, filter: string): boolean =>
	`${name} ${unit}`.toLowerCase().includes(filter.trim().toLowerCase());
