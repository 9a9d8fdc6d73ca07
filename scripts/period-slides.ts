import { readResults } from '../src/lib/compute/results';
import { unitNames } from '../src/lib/compute/names';
import { reportRows } from '../src/lib/compute/report-rows';
import type { Engine, Row } from '../src/lib/engine/engine';
import { BUILT_IN } from '../src/lib/intake/vocabulary';
import { paidKind, policyInForce } from '../src/lib/policy/in-force';
import type { Policy } from '../src/lib/policy/schema';
import { pptx } from '../src/lib/sheets/pptx';
import type { Deck } from '../src/lib/sheets/slides';
import { mainQueries, partSlides } from '../src/lib/reports/part-slides';
import { shownOf } from '../src/lib/reports/part-view';
import { readSql } from '../src/lib/sql/read';
import { deckOf } from '../src/lib/views/slides/deck';
import { draft, draftStamp } from './forms';
import { BadArguments } from './read-policies';
import { wanted, type Options } from './score-options';

/** The slides of the months that were asked for, one after another. */
export async function periodSlides(engine: Engine, policies: Policy[], asked: Options): Promise<Uint8Array> {
	const { lang } = asked;
	const kind = asked.unit === 'person' ? 'person' : 'branch';
	const results = await readResults(engine);
	const policyIn = (month: string): Policy => policyInForce(month, policies);
	const months = results.rules.map(({ month }) => month).filter((month) => wanted(asked, month));
	const names = unitNames(results);
	const nameOf = (of: string, code: string): string => names.get(`${of}/${code}`) ?? code;
	const answers = new Map<string, Row[][]>();
	for (const month of months) {
		const shown = shownOf(month, null, null);
		answers.set(month, await reportRows(engine, readSql, shown, BUILT_IN, mainQueries()));
	}
	const decks = months.flatMap((period): Deck[] => {
		const policy = policyIn(period);
		const owed = results.followups.filter((f) => f.period === period && f.unit_kind === kind);
		const deck = deckOf({
			...{ lang, results, policy, period, kind, published: null },
			stamp: draft([period], policyIn),
			parts: partSlides(lang, answers.get(period) ?? [], nameOf, ''),
			plans: paidKind(policy) === kind ? owed.map(({ unit, rank }) => ({ unit, rank, due: '' })) : []
		});
		return deck ? [deck] : [];
	});
	if (decks.length === 0) throw new BadArguments('--slides: nothing was scored in that period');
	return pptx({
		lang,
		title: decks.map(({ title }) => title).join(' · '),
		stamp: draftStamp(lang, months, policyIn),
		slides: decks.flatMap(({ slides }) => slides)
	});
}
