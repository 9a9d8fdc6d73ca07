import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawRandomInBulk } from '../../../src/lib/engine/random';
import { moduleFrom } from '../../../src/lib/engine/wasm-module';

const MODULE = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
const wasm = (): Response => new Response(MODULE, { headers: { 'content-type': 'application/wasm' } });
const page = (): Response =>
	new Response('<html></html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
const missing = (): Response => new Response(null, { status: 404 });

/** A host that answers these names, and no other. */
function host(answers: Record<string, () => Response>): string[] {
	const asked: string[] = [];
	vi.stubGlobal('fetch', (url: string) => {
		asked.push(url);
		return Promise.resolve((answers[url] ?? missing)());
	});
	return asked;
}
afterEach(() => vi.unstubAllGlobals());

describe('DuckDB’s module', () => {
	it('is taken as it comes where the host unpacks it, so that the browser keeps the code it made', async () => {
		const asked = host({ 'x.wasm': wasm });
		await WebAssembly.compile(await (await moduleFrom('x.wasm')).arrayBuffer());
		expect(asked).toEqual(['x.wasm']);
	});

	it.each([
		['has no such file', missing, () => new Response(gzipSync(MODULE))],
		['answers every path with its page', page, () => new Response(gzipSync(MODULE))],
		['unpacks what ends in .gz on the way', missing, () => new Response(MODULE)]
	])('is unpacked by the page where the host %s', async (_, named, packed) => {
		const asked = host({ 'x.wasm': named, 'x.wasm.gz': packed });
		const response = await moduleFrom('x.wasm');
		expect(response.headers.get('content-type')).toBe('application/wasm');
		expect(new Uint8Array(await response.arrayBuffer())).toEqual(MODULE);
		expect(asked).toEqual(['x.wasm', 'x.wasm.gz']);
	});

	it('is missed by name where the host has neither', async () => {
		host({});
		await expect(moduleFrom('x.wasm')).rejects.toThrow('x.wasm.gz: 404');
	});
});

describe('randomness in bulk', () => {
	it('gives no bytes twice, whatever is asked for', () => {
		drawRandomInBulk();
		const draws = [1, 4, 16, 64, 65, 4, 4].flatMap((size) =>
			Array.from({ length: 3000 }, () => crypto.getRandomValues(new Uint8Array(size)))
		);
		const long = draws.filter((d) => d.length >= 16).map((d) => d.join());
		expect(new Set(long).size).toBe(long.length);
		const ones = draws.filter((d) => d.length === 4 && d.every((b) => b === 0));
		expect(ones.length).toBeLessThan(2);
		const view = new Uint32Array(3);
		expect(crypto.getRandomValues(view)).toBe(view);
	});
});
