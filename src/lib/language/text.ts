/** A sentence in both languages of the screen. */
export interface Text {
	zh: string;
	en: string;
}
export type Lang = keyof Text;
