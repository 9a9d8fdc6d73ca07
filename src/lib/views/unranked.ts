import type { MessageKey } from '../language/messages';
import type { UnrankedRow } from '../sql/rows';

/** Why a unit isn't ranked by the rules, in words; the share that someone must be present for in per cent. */
export const unrankedText = (
	t: (key: MessageKey, fill?: Record<string, string | number>) => string,
	{ reason, needed }: Pick<UnrankedRow, 'reason' | 'needed'>
): string => t(`unranked.${reason}`, { n: reason === 'absent' ? needed / 1000 : needed });
