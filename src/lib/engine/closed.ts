/** The engine's worker has ended: another is to be opened and filled. */
export class EngineClosed extends Error {}
