/** A blob through a (de)compression. */
export const through = (blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Blob> =>
	new Response(blob.stream().pipeThrough(stream)).blob();

/** A transaction that failed may have ended by itself. */
export function abort(tx: { abort(): void }): void {
	try {
		tx.abort();
	} catch (error) {
		if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
	}
}
