/** What is wrong beyond the shape, before it is said: where, and the message `issue.<key>` with what fills it. */
export interface PolicyFault {
	at: PropertyKey[];
	says: [key: string, fill?: Record<string, string | number>];
}
