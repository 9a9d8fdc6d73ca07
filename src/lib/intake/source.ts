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

/** How many slices are under way while one is used. */
const AHEAD = 4;

/** The file's bytes in slices of 1 MiB, in order; the next ones are under way while one is used. */
export async function* slices(source: ByteSource, from = 0): AsyncGenerator<Uint8Array> {
	const fetch = (at: number): Promise<Uint8Array> | null => {
		if (at >= source.size) return null;
		const slice = source.slice(at, Math.min(at + SLICE, source.size));
		// a failure is thrown where the slice is awaited; one that nobody awaits any more is of no concern
		slice.catch(() => {});
		return slice;
	};
	const coming = Array.from({ length: AHEAD }, (_, i) => fetch(from + i * SLICE));
	for (let at = from; at < source.size; at += SLICE) {
		const slice = await coming.shift()!;
		coming.push(fetch(at + AHEAD * SLICE));
		yield slice;
	}
}
