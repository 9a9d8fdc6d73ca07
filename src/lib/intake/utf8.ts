/** Tells whether a stream of bytes is strict UTF-8 (no overlong forms, no surrogates), in any split and without making text of it. */
export class Utf8Check {
	private valid = true;
	private needed = 0;
	private low = 0x80;
	private high = 0xbf;

	push(bytes: Uint8Array): void {
		if (!this.valid) return;
		let { needed, low, high } = this;
		for (let i = 0; i < bytes.length; i++) {
			const c = bytes[i]!;
			if (needed === 0) {
				if (c < 0x80) continue;
				needed = following(c);
				if (needed === 0) return void (this.valid = false);
				low = c === 0xe0 ? 0xa0 : c === 0xf0 ? 0x90 : 0x80;
				high = c === 0xed ? 0x9f : c === 0xf4 ? 0x8f : 0xbf;
			} else {
				if (c < low || c > high) return void (this.valid = false);
				needed--;
				low = 0x80;
				high = 0xbf;
			}
		}
		Object.assign(this, { needed, low, high });
	}

	/** True where all bytes so far are UTF-8 and none is missing at the end. */
	get whole(): boolean {
		return this.valid && this.needed === 0;
	}
}

/** How many bytes follow a leading byte; 0 where it leads nothing. */
function following(c: number): number {
	if (c >= 0xc2 && c <= 0xdf) return 1;
	if (c >= 0xe0 && c <= 0xef) return 2;
	return c >= 0xf0 && c <= 0xf4 ? 3 : 0;
}
