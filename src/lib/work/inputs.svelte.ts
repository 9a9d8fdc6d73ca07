import type { Layout } from '../intake/layout';
import { withWords, type Vocabulary } from '../intake/vocabulary';
import { unreadOf } from '../month/unread';
import type { WorkFile } from '../record/file';
import type { Attention, Choice, Difference } from './files';
import { upgraded } from './upgraded';
import type { WorkLog } from './log.svelte';

/** What a survey is made by: how tables of a known header are understood. */
export type Layouts = ReadonlyMap<string, Layout>;

/** The imported files, what waits for the user beside them, and what the user said of how files are read. */
export class Inputs {
	files = $state.raw<WorkFile[]>([]);
	attention = $state.raw<Attention[]>([]);
	/** A difference that waits for the user's choice. */
	question = $state.raw<{ difference: Difference; answer: (choice: Choice) => void } | null>(null);
	/** The words that the user added to the vocabulary. */
	words = $state.raw<Vocabulary>({});
	layouts: Layouts = new Map();
	/** What was handed over and isn't read. */
	readonly unread = $derived.by(() => unreadOf(this.log.events));
	private numbers = 1;

	constructor(private readonly log: WorkLog) {}

	get vocabulary(): Vocabulary {
		return withWords($state.snapshot(this.words));
	}

	/** A number that names a file in the engine, never used before. */
	nextNumber(): number {
		return this.numbers++;
	}

	/** Takes what the record holds. */
	async restore(): Promise<void> {
		const files = this.log.isNewer ? [] : await this.log.store.files();
		this.files = files.map(({ sha256, meta }) => ({
			...upgraded(meta),
			sha256,
			number: this.nextNumber()
		}));
		this.layouts = new Map(this.log.last('layouts')?.data.layouts ?? []);
		this.readWords();
	}

	/** Takes the words that the log holds. */
	readWords(): void {
		this.words = this.log.last('words')?.data.words ?? {};
	}

	/** Notes what waits for the user, in place of what the same paths waited for. */
	wait(attention: Attention[]): void {
		const waiting = new Set(attention.map((a) => a.path));
		this.attention = [
			...this.attention.filter((a) => a.kind === 'unmapped' && !waiting.has(a.path)),
			...attention
		];
	}

	/** Puts files in place of those of their SHA-256. */
	replace(changed: WorkFile, of = changed.sha256): void {
		this.files = this.files.map((f) => (f.sha256 === of ? changed : f));
	}

	/** Asks the user what is to become of a file that disagrees with those there. */
	async ask(difference: Difference): Promise<Choice> {
		const choice = await new Promise<Choice>((answer) => (this.question = { difference, answer }));
		this.question = null;
		return choice;
	}
}
