/** The query for how many of a file's records other files have, too, by the other file and whether they agree. */
export const repeatsBy = (file: number): string => {
	const n = String(file);
	return `select kind, if(source_file = ${n}, first_file, source_file) as other, count(*) as records from checks.repeat
		where (source_file = ${n}) <> (first_file = ${n}) group by all`;
};

/** The query for records that a file tells otherwise than others do, at most so many. */
export const conflictsOf = (file: number, most: number): string => {
	const n = String(file);
	return `select key,
			if(source_file = ${n}, source_record, first_record) as after,
			if(source_file = ${n}, first_record, source_record) as before,
			if(source_file = ${n}, first_file, source_file) as other
		from checks.repeat
		where kind = 'conflict' and (source_file = ${n}) <> (first_file = ${n})
		order by 2 limit ${String(most)}`;
};
