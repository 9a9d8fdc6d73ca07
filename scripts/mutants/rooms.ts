/** What of a room is changed, and the tests that must notice: those near it that need no engine, or little of one. */
export interface Room {
	/** Of the files in src/lib. */
	mutate: RegExp;
	tests: string[];
	/** Kinds of changes that say nothing here. */
	excluded: string[];
	/** How many random cases a test takes: enough to fall into each of its own. */
	sets?: number;
}

/** Words of messages are no rules: a test that repeats a sentence holds nothing. */
const WORDS = ['StringLiteral'];
const near = (...names: string[]): string[] => names.map((name) => `tests/${name}.test.ts`);

/** Rooms of the house by name. */
export const ROOMS: Record<string, Room> = {
	calendar: {
		mutate: /^calendar\//,
		tests: near('rooms/calendar/*', 'rooms/month/life'),
		excluded: []
	},
	language: {
		mutate: /^language\/(?:decimal|numbers)\.ts$/,
		tests: near('rooms/language/*'),
		excluded: []
	},
	sheets: {
		mutate: /^sheets\//,
		tests: near('rooms/sheets/*'),
		excluded: []
	},
	month: {
		mutate: /^month\//,
		tests: near('rooms/month/{bars,correction,difference,life,lists,refusal}', 'specs/month'),
		excluded: WORDS
	},
	record: {
		mutate: /^record\/(?!kinds\/|store|takes-blobs|writer)/,
		tests: near(
			'rooms/record/{backup,entered,entries,handover,notes,record}',
			'rooms/month/{checks,life}',
			'specs/month'
		),
		excluded: WORDS,
		sets: 1500
	},
	policy: {
		mutate: /^policy\/(?!schema)/,
		tests: near('rooms/policy/{check,choice-text,diff,lint,new-line,tables,tiers,versions}'),
		excluded: WORDS,
		sets: 60
	},
	intake: {
		mutate: /^intake\/(?!(?:client|worker|messages)\.ts)/,
		tests: near(
			'rooms/intake/{answers,archive,aside,buffers,cell,files,outside,readers,recognised,rivals,said,scan,scrub,sniffed,unchanged,values}',
			'specs/intake'
		),
		excluded: WORDS
	}
};
