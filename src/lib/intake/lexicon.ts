const utf8 = new TextDecoder();
const MAX_ENTRIES = 200_000;

/** Remembers what each distinct run of bytes means, so that a column of a million cells resolves each word once. */
export class Lexicon<T> {
	readonly entries: T[] = [];
	private keys: Uint8Array[] = [];
	private slots = new Int32Array(1024).fill(-1);

	/** `resolve` is asked once for each distinct text. */
	constructor(private readonly resolve: (text: string) => T) {}

	/** The index in `entries` of what `bytes[start..end)` means. */
	find(bytes: Uint8Array, start: number, end: number): number {
		let hash = 0x811c9dc5;
		for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
		const mask = this.slots.length - 1;
		let slot = (hash ^ (hash >>> 15)) & mask;
		for (;;) {
			const entry = this.slots[slot]!;
			if (entry < 0) return this.add(bytes.slice(start, end), slot);
			if (same(this.keys[entry]!, bytes, start, end)) return entry;
			slot = (slot + 1) & mask;
		}
	}

	private add(key: Uint8Array, slot: number): number {
		const entry = this.entries.length;
		this.entries.push(this.resolve(utf8.decode(key)));
		this.keys.push(key);
		if (entry >= MAX_ENTRIES) return entry;
		this.slots[slot] = entry;
		if (entry * 2 > this.slots.length) this.widen();
		return entry;
	}

	private widen(): void {
		const old = this.keys;
		this.slots = new Int32Array(this.slots.length * 4).fill(-1);
		const mask = this.slots.length - 1;
		old.forEach((key, entry) => {
			let hash = 0x811c9dc5;
			for (const byte of key) hash = Math.imul(hash ^ byte, 0x01000193);
			let slot = (hash ^ (hash >>> 15)) & mask;
			while (this.slots[slot]! >= 0) slot = (slot + 1) & mask;
			this.slots[slot] = entry;
		});
	}
}

function same(key: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
	if (key.length !== end - start) return false;
	for (let i = 0; i < key.length; i++) if (key[i] !== bytes[start + i]) return false;
	return true;
}
