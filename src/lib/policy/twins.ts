import type { PolicyFault } from './policy-fault';
import type { Policy } from './schema';

/** Names that stand twice would count twice. */
export function twinIssues(policy: Policy): PolicyFault[] {
	const lists: [at: PropertyKey[], names: string[]][] = [
		[['scorecards'], policy.scorecards.map((c) => c.scorecard)],
		...policy.scorecards.map((c, i): [PropertyKey[], string[]] => [
			['scorecards', i, 'lines'],
			c.lines.map((l) => l.line)
		]),
		[['raters'], policy.raters.map((r) => r.rater)],
		[['merits'], policy.merits.map((m) => m.type)],
		[['awards'], policy.awards.map((a) => `${a.scorecard} ${a.award}`)],
		...policy.awards.map((a, i): [PropertyKey[], string[]] => [
			['awards', i, 'prizes'],
			a.prizes.map((z) => String(z.rank))
		]),
		[['followups'], policy.followups.map((f) => `${f.scorecard} ${f.kind}`)],
		[['grades'], policy.grades.map((g) => g.from)],
		[['parts', 'clocks', 'office_hours'], policy.parts?.clocks?.office_hours.map((h) => h.branch ?? '') ?? []]
	];
	return lists.flatMap(([at, names]) =>
		names
			.filter((name, i) => names.indexOf(name) !== i)
			.map((name): PolicyFault => ({ at, says: ['twice', { name }] }))
	);
}
