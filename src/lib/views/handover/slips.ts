import { message } from '../../language/messages';
import type { Lang } from '../../language/text';
import type { Paper } from '../../sheets/paper';
import { periodIn } from '../period-in';

/** The passphrases of a hand-over on paper, a row each to be cut apart. */
export const slipsPaper = (
	lang: Lang,
	period: string,
	fingerprint: string,
	slips: { name: string; file: string; passphrase: string }[]
): Paper => ({
	lang,
	title: message(lang, 'handover.passphrase'),
	period: periodIn(lang, period),
	stamp: message(lang, 'handover.office', { key: fingerprint }),
	sheets: [
		[
			{
				kind: 'title',
				text: message(lang, 'handover.passphrase'),
				under: message(lang, 'handover.slipLead')
			},
			{
				kind: 'table',
				tall: true,
				columns: [
					{ title: message(lang, 'handover.branch'), width: 24 },
					{ title: message(lang, 'handover.passphrase'), width: 48, align: 'center' },
					{ title: message(lang, 'handed.file'), width: 28 }
				],
				rows: slips.map(({ name, file, passphrase }) => [name, passphrase, file])
			}
		]
	]
});
