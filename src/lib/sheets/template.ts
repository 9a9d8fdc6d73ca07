import { columnTitle, datasetOf, type Dataset } from '../intake/dataset';
import { BUILT_IN } from '../intake/vocabulary';
import type { Lang } from '../language/text';
import { address } from './workbook';
import { XLSX } from './xlsx-type';

const ROWS = 2000;

/** The words that a column takes, first the ones that the source languages use; null where any text will do. */
function choices(dataset: Dataset, column: string): string[] | null {
	const found = dataset.columns.find((c) => c.column === column);
	const list =
		found?.type === 'satisfaction' ? 'satisfaction' : found?.type === 'word' ? found.words : undefined;
	return list ? Object.values(BUILT_IN[list] ?? {}).map((words) => words[0]!) : null;
}

/** An empty workbook of a data set: headers, one example row, drop-downs for its words. */
export async function templateWorkbook(name: string, lang: Lang): Promise<Blob> {
	const { writeXlsx } = await import('hucre/xlsx');
	const dataset = datasetOf(name);
	const headers = dataset.columns.map((c) => columnTitle(dataset, c.column, lang));
	const example = dataset.columns.map((c) => dataset.example[c.column] ?? '');
	const dataValidations = dataset.columns.flatMap((c, i) => {
		const words = choices(dataset, c.column);
		if (!words) return [];
		return [
			{
				type: 'list' as const,
				values: words,
				range: `${address(1, i, false)}:${address(ROWS - 1, i, false)}`,
				allowBlank: !c.required
			}
		];
	});
	const bytes = await writeXlsx({
		sheets: [
			{
				name: dataset.title[lang],
				rows: [headers, example],
				columns: dataset.columns.map(() => ({ width: 18, numFmt: '@' })),
				dataValidations,
				freezePane: { rows: 1 }
			}
		]
	});
	return new Blob([bytes as BlobPart], { type: XLSX });
}
