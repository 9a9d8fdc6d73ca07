/** Bytes that go through a stream at once: it works on the page's own thread, a few milliseconds each. */
const PIECE = 2 ** 18;

/** Bytes after they went through a stream of the platform; throws where they aren't what it takes. */
export async function through(blob: Blob, stream: CompressionStream | DecompressionStream): Promise<Blob> {
	const writer = stream.writable.getWriter();
	const feed = async (): Promise<void> => {
		for (let at = 0; at < blob.size; at += PIECE)
			await writer.write(new Uint8Array(await blob.slice(at, at + PIECE).arrayBuffer()));
		await writer.close();
	};
	const [done] = await Promise.all([new Response(stream.readable).blob(), feed()]);
	return done;
}
