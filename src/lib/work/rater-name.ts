import { raterPseudonym, raterSecret } from '../intake/scrub';
import { sha256 } from '../intake/hash';
import type { RatingEntry } from '../record/ratings';
import { salt } from './salt';

/** The name that a rater is kept under: the group's raters under a pseudonym of this machine. */
export const raterName = async (role: RatingEntry['role'], name: string): Promise<string> =>
	role === 'group' ? raterPseudonym(await sha256(raterSecret(salt(), name))) : name;
