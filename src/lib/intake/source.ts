/** The bytes of a file, read in slices so that memory stays bounded whatever its size. */
export interface ByteSource {
	/** Path below the folder that was given, or the file's name. */
	path: string;
	size: number;
	slice(from: number, to: number): Promise<Uint8Array>;
}

/** A source over bytes in memory. */
export const bytesSource = (path: string, bytes: Uint8Array): ByteSource => ({
	path,
	size: bytes.length,
	slice: (from, to) => Promise.resolve(bytes.subarray(from, to))
});

/** A source over a browser's File or a stored Blob. */
export const blobSource = (path: string, blob: Blob): ByteSource => ({
	path,
	size: blob.size,
	slice: async (from, to) => new Uint8Array(await blob.slice(from, to).arrayBuffer())
});

const SLICE = 1 << 20;

/** The file's bytes in slices of 1 MiB, in order. */
export async function* slices(source: ByteSource, from = 0): AsyncGenerator<Uint8Array> {
	for (let at = from; at < source.size; at += SLICE)
		yield await source.slice(at, Math.min(at + SLICE, source.size));
}
