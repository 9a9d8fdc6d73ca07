import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chdb } from './chdb';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return Buffer.concat(parts);
}

/** Answers as ClickHouse does over HTTP, as far as its client asks, by the one in this process. */
export async function serveChdb(chdb: Chdb): Promise<{ url: string; server: Server }> {
	const file = join(mkdtempSync(join(tmpdir(), 'kaohe-clickhouse-')), 'body.arrow');
	const answered = async (request: IncomingMessage): Promise<string> => {
		const asked = new URL(request.url!, 'http://localhost').searchParams.get('query');
		const body = await bodyOf(request);
		if (request.url!.startsWith('/ping')) return 'Ok.\n';
		if (asked === null) {
			const sql = body.toString();
			const format = /\n?FORMAT (\w+)\s*$/.exec(sql);
			return chdb.query(format ? sql.slice(0, format.index) : sql, format?.[1]);
		}
		writeFileSync(file, body);
		return chdb.query(
			asked.replace(/ format ArrowStream\s*$/, ` select * from file('${file}', ArrowStream)`)
		);
	};
	const server = createServer((request, response) => {
		answered(request).then(
			(text) => response.end(text),
			(error: unknown) =>
				response
					.writeHead(500, { 'x-clickhouse-exception-code': '1' })
					.end(`Code: 1. DB::Exception: ${(error as Error).message} (UNKNOWN)`)
		);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, server };
}
