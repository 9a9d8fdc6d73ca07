/** A correction of the user, kept by the signature of a layout. */
export interface Layout {
	dataset: string;
	columns: Record<string, string>;
	/** Where each of them stood, to tell headers of one name apart. */
	places?: Record<string, number>;
	/** Units and scales that the user stated, by column. */
	units?: Record<string, string>;
}

/** What tells one layout from another: its header cells, in order, as far as there are any. */
export const layoutSignature = (header: string[]): string =>
	header
		.slice(0, header.findLastIndex((h) => h.trim() !== '') + 1)
		.map((h) => h.trim())
		.join('\u001f');
