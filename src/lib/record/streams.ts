/** A blob through a (de)compression. */
export const through = (blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Blob> =>
	new Response(blob.stream().pipeThrough(stream)).blob();
