import type { Messages } from './zh-CN';

export const en: Messages = {
	'reject.required': '{column} is empty; fill it in and retry, or leave the row out',
	'reject.type': '{column} "{value}" is no number; correct it, or leave the row out',
	'reject.date': '{column} "{value}" is no date; write it like 2026-10-05, or leave the row out',
	'reject.range': '{column} "{value}" is outside what is allowed; check and correct it',
	'reject.unknown_value':
		'{column} "{value}" is not in the word list; use a word of the list, or add this one',
	'reject.unknown_branch':
		'{column} "{value}" is not in the branches file; check the code, or complete that file',
	'reject.unknown_person':
		'{column} "{value}" is not in the people file; check the id, or complete that file',
	'reject.shape': 'The row has {value} cells, which the header does not; check delimiters and quotes',
	'reject.conflict': 'The id "{value}" has a record with other content already; choose which one stands',
	'reject.damaged_id':
		'{column} "{value}" was turned into scientific notation by Excel and has lost digits; export it again',
	'reject.encoding': '{column} holds bytes of no known encoding; export it as UTF-8 or GB18030',
	'reject.unknown_dataset': 'This file is none of the known exports',
	'unreadable.empty': 'The file is empty',
	'unreadable.binary': 'This is neither a text table nor a workbook',
	'unreadable.zip': 'This is an archive; unpack it first',
	'unreadable.image': 'This is a picture, not a table',
	'unreadable.pdf': 'This is a PDF, not a table; export CSV or Excel from the system',
	'unreadable.workbook_damaged': 'The workbook is damaged and cannot be opened: {detail}',
	'unreadable.no_table': 'The page holds no table'
};
