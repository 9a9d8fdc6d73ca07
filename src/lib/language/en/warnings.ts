import type { WARNINGS as Keys } from '../zh/warnings';

export const WARNINGS: Record<keyof typeof Keys, string> = {
	'unreadable.archive': 'The archive holds no file that can be read',
	'unreadable.zip_damaged': 'The archive is damaged or was only half downloaded; get it again',
	'unreadable.bomb':
		'The archive holds too much or is packed too tightly ({detail}); unpack it and import the files you need',
	'unreadable.rar': 'This is a RAR or 7z archive; unpack it first',
	'unreadable.gzip': 'This is a gzip file; unpack it first',
	'unreadable.image': 'This is a picture, not a table; export CSV or Excel from the system',
	'unreadable.password':
		'The workbook has a password; remove it in Excel (File, Info, Protect Workbook) and save it again',
	'unreadable.archive_password': 'The archive has a password; unpack it and import the files in it',
	'unreadable.excel95': 'This is a workbook of Excel 95 or older; open it in Excel and save it as .xlsx',
	'unreadable.old_excel': 'This is a workbook of Excel 95 or older; open it in Excel and save it as .xlsx',
	'unreadable.spreadsheetml':
		'This is an XML spreadsheet of Excel 2003 (SpreadsheetML); open it in Excel and save it as .xlsx',
	'unreadable.mhtml': 'This is a single-file web page (MHTML); open it in Excel and save it as .xlsx',
	'unreadable.sylk': 'This is a SYLK file; open it in Excel and save it as .xlsx',
	'unreadable.xlsb': 'This is a binary workbook (xlsb); open it in Excel and save it as .xlsx',
	'unreadable.et': 'This is a WPS spreadsheet (.et); open it in WPS and save it as .xlsx',
	'unreadable.numbers': 'This is a Numbers spreadsheet; open it in Numbers and export Excel or CSV',
	'unreadable.document':
		'This is a text document, not a table; copy the table into Excel and save it as .xlsx',
	'unreadable.slides': 'These are slides, not a table',
	'unreadable.rtf': 'This is an RTF document, not a table; copy the table into Excel and save it as .xlsx',
	'unreadable.parquet': 'This is a Parquet file; export CSV or Excel from the system',
	'unreadable.system': 'A file of the system, of no concern here',
	'warning.unread_file': 'Not read: {reason}',
	'warning.unread_sheet':
		'Sheet "{column}" was not read (rows: about {records}): it is no known kind of data; if it is needed, import the file once more and map its columns',
	'warning.unread_sheet.known':
		'The sheet “{column}” isn’t read (about {records} rows of {dataset}): another of the same file is; to use it as well, import the file once more and choose it',
	'warning.unread_table':
		'Another table begins in line {column} ({records} rows) and was not read; put it on a sheet or in a file of its own',
	'warning.hidden_sheet':
		'The hidden sheet "{column}" was not read (rows: about {records}); unhide it in Excel if it is needed',
	'warning.hidden_rows': '{records} rows are hidden or filtered out; they were read all the same',
	'warning.hidden_columns': '{records} columns are hidden; they were read all the same',
	'warning.unknown_dataset': 'This is none of the known exports; none of its records was taken',
	'warning.unknown_dataset.near':
		'This looks most like "{dataset}" but lacks: {columns}; map these columns or give one value for the whole file',
	'warning.ambiguous_header': 'Several columns fit {title}: {detail}; say which one it is',
	'warning.ambiguous_header.note':
		'Several columns fit {title}: {detail}; no score reads it, and one that holds values was taken',
	'warning.missing_column': '{title} is missing: scores need it, and it counts as empty',
	'warning.missing_dataset':
		'No record of {dataset} was accepted for {month}; the lines that rest on it have no data. If none came, say so',
	'warning.missing_dataset.ratings':
		'No rating was accepted for {month}; totals rest on the other parts alone',
	'warning.unknown_unit': 'The unit "{detail}" of {title} is not understood; say which it is',
	'warning.unknown_unit.half': '{title} states no unit where the column beside it does; say which it is',
	'warning.unknown_column': 'Column not used: {column}',
	'warning.duplicate_header': 'Repeated header: {column}',
	'warning.ambiguous_encoding': 'How the text is encoded is not certain (perhaps {detail}); say which it is',
	'warning.from_title': '{title} was taken from the title above the table: {detail}',
	'warning.guessed_scale':
		'Satisfaction is in numbers ({records} of them) and was read as of {detail} points; if that is wrong, state the scale in the column settings',
	'warning.merged_number':
		'{title} has merged cells: one number stands for several rows and counts for each of them; unmerge them and write what each row is',
	'warning.unit_below':
		'A line below the table says the unit is {detail}; the header of {title} says none, and it was not applied: choose the unit in the column settings',
	'warning.no_period': 'There is no data of {column}; the results are empty',
	'warning.wide': 'The header has {records} columns; check the delimiter',
	'warning.unknown_unit.low':
		'No {title} is above 10 and nothing says what full marks are; say which scale it is',
	'unreadable.empty': 'The file is empty',
	'unreadable.binary': 'This is neither a text table nor a workbook',
	'unreadable.pdf': 'This is a PDF, not a table; export CSV or Excel from the system',
	'unreadable.workbook_damaged': 'The workbook is damaged and cannot be opened: {detail}',
	'unreadable.no_table': 'It holds no table'
};
