const WASM = 'application/wasm';
const isModule = (response: Response): boolean =>
	response.ok && (response.headers.get('content-type') ?? '').startsWith(WASM);

/** DuckDB's module as a host serves it: by its own name where it unpacks what is packed, so that the browser keeps the code it made of it; else the packed file. */
export async function served(url: string): Promise<Response> {
	const module = await fetch(url);
	if (isModule(module)) return module;
	const packed = await fetch(`${url}.gz`);
	if (!packed.ok) throw new Error(`${url}.gz: ${String(packed.status)}`);
	return packed;
}

/** The module, to be compiled while it comes in. */
export async function moduleFrom(url: string): Promise<Response> {
	const response = await served(url);
	if (isModule(response)) return response;
	const [first, rest] = response.body!.tee();
	// some hosts unpack what ends in .gz on the way
	const look = first.getReader();
	const begun = await look.read();
	void look.cancel();
	const isPacked = begun.value?.[0] === 0x1f && begun.value[1] === 0x8b;
	const bytes = isPacked ? rest.pipeThrough(new DecompressionStream('gzip')) : rest;
	return new Response(bytes, { headers: { 'content-type': WASM } });
}
