import { note, type Warning, type WarningCode } from '../intake/warning';
import type { FileMeta } from '../record/file';

/** What an older version may lack of a file's understanding. */
type OldHow = Omit<FileMeta['how'], 'asks' | 'warnings'> & { warnings: (Warning | string)[] } & Partial<
		Pick<FileMeta['how'], 'asks'>
	>;
type OldMeta = Omit<FileMeta, 'how' | keyof Added> & Partial<Added> & { how: OldHow };
type Added = Pick<FileMeta, 'aside' | 'answers' | 'warnings' | 'scale' | 'readBy' | 'given' | 'said'>;
const ADDED: Added = { aside: [], answers: [], warnings: [], scale: null, readBy: 5, given: {}, said: null };

/** A file as an older version kept it, with what this one knows beside. */
export function upgraded(meta: OldMeta): FileMeta {
	const { how } = meta;
	const mapping = how.mapping && { ...{ units: {}, rivals: [], strange: [] }, ...how.mapping };
	return {
		...ADDED,
		...meta,
		how: { ...how, asks: how.asks ?? [], warnings: how.warnings.map(typedWarning), mapping }
	};
}

/** Older versions wrote a warning as `code:what`. */
function typedWarning(warning: Warning | string): Warning {
	if (typeof warning !== 'string') return warning;
	const at = warning.indexOf(':');
	return note(warning.slice(0, at) as WarningCode, warning.slice(at + 1));
}
