import { readFileSync } from 'node:fs';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { gunzipSync, strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { handedOf, hasRead, unreadOf, wasEntered } from '../../../src/lib/record/acknowledgements';
import { chained, NO_HEAD, type Entry, type LogEvent } from '../../../src/lib/record/event';
import { readContent } from '../../../src/lib/record/handover';
import { BadFile, locked, newRecipient, unlocked, type BadPlace } from '../../../src/lib/record/locked';
import { newPassphrase, typedPassphrase } from '../../../src/lib/record/passphrase';
import { fingerprint, isSignedBy, keyOf, signed, signingKey } from '../../../src/lib/record/signature';
import { refusal } from '../../../src/lib/month/refusal';

const VALUE = { 说: '给分部', rows: [1, 2, 3] };
const passphrase = newPassphrase();

const placeOf = async (run: Promise<unknown>): Promise<BadPlace | null> =>
	run.then(
		() => null,
		(error: unknown) => {
			if (error instanceof BadFile) return error.place;
			throw error;
		}
	);

describe('a signed and encrypted file', () => {
	it('opens by its passphrase to what was written, and names who signed', async () => {
		const office = await signingKey();
		const bytes = await locked(VALUE, office, { passphrase });
		expect(await unlocked(bytes, { passphrase })).toEqual({ value: VALUE, key: office.key });
		expect(strFromU8(bytes, true)).not.toContain('分部');
		const age = new Decrypter();
		age.addPassphrase(passphrase);
		expect(strFromU8(gunzipSync(await age.decrypt(bytes)))).toContain('给分部');
	});

	it('opens for its recipient, and for nobody else', async () => {
		const office = await signingKey();
		const { identity, recipient } = await newRecipient();
		const other = await generateX25519Identity();
		const bytes = await locked(VALUE, office, { recipients: [recipient, await identityToRecipient(other)] });
		expect((await unlocked(bytes, { identity })).value).toEqual(VALUE);
		expect((await unlocked(bytes, { identity: other })).value).toEqual(VALUE);
		const stranger = await generateX25519Identity();
		expect(await placeOf(unlocked(bytes, { identity: stranger }))).toBe('recipient');
		expect(await placeOf(unlocked(bytes, null))).toBe('recipient');
	});

	it('is refused wherever a byte of it is another', async () => {
		const bytes = await locked(VALUE, await signingKey(), { passphrase });
		for (let at = 0; at < bytes.length; at += 7) {
			const changed = bytes.slice();
			changed[at]! ^= 4;
			expect(await placeOf(unlocked(changed, { passphrase })), `byte ${String(at)}`).not.toBeNull();
		}
		expect(await placeOf(unlocked(bytes.slice(0, -9), { passphrase }))).toBe('body');
		expect(await placeOf(unlocked(bytes, { passphrase: newPassphrase() }))).toBe('passphrase');
	});

	it('is refused where its content isn’t what was signed', async () => {
		const office = await signingKey();
		const bytes = await locked(VALUE, office, null);
		const whole = JSON.parse(strFromU8(gunzipSync(bytes))) as {
			text: string;
			key: string;
			signature: string;
		};
		const age = new Encrypter();
		age.setPassphrase(passphrase);
		age.setScryptWorkFactor(10);
		const { gzipSync, strToU8 } = await import('fflate');
		const forged = gzipSync(strToU8(JSON.stringify({ ...whole, text: whole.text.replace('1', '9') })));
		expect(await placeOf(unlocked(await age.encrypt(forged), { passphrase }))).toBe('signature');
		expect(await placeOf(unlocked(forged, null))).toBe('signature');
		expect(await placeOf(unlocked(new TextEncoder().encode('{}'), null))).toBe('file');
	});

	it('that an older build handed over still opens', async () => {
		const folder = new URL('../../museum/0.1/', import.meta.url);
		const bytes = new Uint8Array(readFileSync(new URL('handed-over.kaohe', folder)));
		const [, slip] = readFileSync(new URL('slips.csv', folder), 'utf8').trim().split('\n');
		const { value } = await unlocked(bytes, { passphrase: slip!.split(',')[1]!.trim() });
		const content = readContent(value)!;
		expect([content.branch, content.months]).toEqual(['B07', ['2026-07', '2026-08', '2026-09']]);
		expect(content.results.totals.filter((t) => t.unit === 'B07').map((t) => t.total)).toEqual([
			'91.900000',
			'86.500000',
			'94.100000'
		]);
		expect(content.rows.find((r) => r.dataset === 'tickets')!.rows.length).toBeGreaterThan(0);
		for (const results of [null, 1, 'totals', {}])
			expect(readContent({ ...(value as object), results })).toBeNull();
	});
});

describe('a passphrase', () => {
	it('has 120 bits, and is known however it is typed', () => {
		const many = new Set(Array.from({ length: 200 }, newPassphrase));
		expect(many.size).toBe(200);
		for (const each of many) {
			expect(each).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
			expect(typedPassphrase(` ${each.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')}`)).toBe(each);
			expect(typedPassphrase(each.replaceAll('1', 'l'))).toBe(each);
		}
		expect(typedPassphrase(' correct horse ')).toBe('correct horse');
	});
});

describe('a signature', () => {
	it('holds for its text and key alone', async () => {
		const { secret, key } = await signingKey();
		const signature = await signed('考核', secret);
		expect(await keyOf(secret)).toBe(key);
		expect(await isSignedBy('考核', signature, key)).toBe(true);
		expect(await isSignedBy('考核 ', signature, key)).toBe(false);
		expect(await isSignedBy('考核', signature, (await signingKey()).key)).toBe(false);
		expect(await isSignedBy('考核', 'zz', key)).toBe(false);
		expect(fingerprint(key)).toMatch(/^(?:[0-9a-f]{4} ){3}[0-9a-f]{4}$/);
	});
});

describe('what is handed over and comes back', () => {
	const month = '2026-09';
	const manager = { name: '李强', role: 'branch_manager', branch: 'B1' } as const;
	const hr = { name: '王芳', role: 'hr' } as const;
	const handed: Entry = {
		kind: 'handed_over',
		data: { month, branch: 'B1', handover: 'h1', on: '2026-10-09', key: 'k' }
	};
	const read = (more: Partial<Extract<Entry, { kind: 'acknowledged' }>['data']> = {}): Entry => ({
		kind: 'acknowledged',
		data: {
			...{ month, unitKind: 'branch', unit: 'B1', handover: 'h1', reply: 'r1', on: '2026-10-10' },
			...{ agrees: true, comment: '' },
			...more
		}
	});
	const logged = async (entries: [Entry, Parameters<typeof chained>[2]][]): Promise<LogEvent[]> => {
		const events: LogEvent[] = [];
		for (const [entry, by] of entries)
			events.push(await chained(events.at(-1) ?? NO_HEAD, entry, by, '2026-10-09T00:00:00Z'));
		return events;
	};

	it('lists by branch who has read and who hasn’t, the last word of each unit', async () => {
		const staff = { name: '张三', role: 'staff', branch: 'B1' } as const;
		const events = await logged([
			[handed, hr],
			[read(), manager],
			[read({ reply: 'r2', agrees: false }), manager],
			[read({ reply: 'r3', unitKind: 'person', unit: 'P1' }), staff]
		]);
		const [one, two] = handedOf(events, month, ['B1', 'B2']);
		expect(one!.read.map((r) => [r.by.name, r.data.unit, r.data.agrees])).toEqual([
			['李强', 'B1', false],
			['张三', 'P1', true]
		]);
		expect([two!.handed, two!.read]).toEqual([null, []]);
		const item = {
			kind: 'acknowledge',
			month,
			unitKind: 'branch',
			unit: 'B1',
			agrees: true,
			comment: ''
		} as const;
		expect([wasEntered(events, 'r2', item), wasEntered(events, 'r9', item)]).toEqual([true, false]);
		expect(wasEntered(events, 'r3', item)).toBe(false);
		expect([hasRead(one!), unreadOf(events, month)]).toEqual([true, []]);
		expect(handedOf(events, '2026-08', ['B1'])[0]).toEqual({ branch: 'B1', handed: null, read: [] });
	});

	it('must be read anew where other figures were handed over since, and by the branch itself', async () => {
		const staff = { name: '张三', role: 'staff', branch: 'B1' } as const;
		const again = (handover: string, results: string): Entry => ({
			kind: 'handed_over',
			data: { month, branch: 'B1', handover, on: '2026-10-12', key: 'k', results: { [month]: results } }
		});
		const events = await logged([
			[again('h1', 'x'), hr],
			[read(), manager],
			// the same once more: a passphrase was lost
			[again('h2', 'x'), hr]
		]);
		expect(unreadOf(events, month)).toEqual([]);
		// what is read of an earlier month in a later file counts for it
		const later = await logged([
			[again('h1', 'x'), hr],
			[
				{
					kind: 'handed_over',
					data: {
						...{ month: '2026-10', branch: 'B1', handover: 'h9', on: '2026-11-09', key: 'k' },
						results: { [month]: 'x', '2026-10': 'z' }
					}
				},
				hr
			],
			[read({ handover: 'h9' }), manager]
		]);
		expect(unreadOf(later, month)).toEqual([]);
		const anew = await logged([
			[again('h1', 'x'), hr],
			[read(), manager],
			[again('h2', 'y'), hr],
			[read({ reply: 'r4', handover: 'h2', unitKind: 'person', unit: 'P1' }), staff]
		]);
		expect(unreadOf(anew, month)).toEqual(['B1']);
		expect(handedOf(anew, month, ['B1'])[0]!.read.map((r) => r.data.unit)).toEqual(['P1']);
	});

	it('is written down once, by the branch that was given the file', async () => {
		const events = await logged([
			[handed, hr],
			[read(), manager]
		]);
		expect(refusal(events, read(), manager)).toBe('done');
		expect(refusal(events, read({ reply: 'r2' }), manager)).toBeNull();
		expect(refusal(events, read({ reply: 'r2', handover: 'h2' }), manager)).toBe('state');
		expect(refusal(events, read({ reply: 'r2' }), { ...manager, branch: 'B2' })).toBe('role');
		// an employee speaks for a person, not for the branch
		const staff = { name: '张三', role: 'staff', branch: 'B1' } as const;
		expect(refusal(events, read({ reply: 'r2' }), staff)).toBe('role');
		expect(refusal(events, read({ reply: 'r2', unitKind: 'person', unit: 'P1' }), staff)).toBeNull();
		expect(refusal(events, handed, manager)).toBe('role');
		expect(refusal(events, handed, null)).toBe('unsigned');
	});
});
