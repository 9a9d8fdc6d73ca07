const HELD = 65_536;

/** Answers the many requests for a few random bytes from one large draw: DuckDB seeds a generator for every operator by eight draws of four bytes, a tenth of what a computation of a few rows took. */
export function drawRandomInBulk(): void {
	if (isDrawing) return;
	isDrawing = true;
	const draw = crypto.getRandomValues.bind(crypto);
	const held = new Uint8Array(HELD);
	let at = HELD;
	const some = <T extends ArrayBufferView>(into: T): T => {
		const { buffer, byteOffset, byteLength } = into;
		if (byteLength > 64) return draw(into as never);
		if (at + byteLength > HELD) {
			draw(held);
			at = 0;
		}
		const end = at + byteLength;
		new Uint8Array(buffer, byteOffset, byteLength).set(held.subarray(at, end));
		// no byte is given twice, nor kept
		held.fill(0, at, end);
		at = end;
		return into;
	};
	Object.assign(crypto, { getRandomValues: some });
}

let isDrawing = false;
