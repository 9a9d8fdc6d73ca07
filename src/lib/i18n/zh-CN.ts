/** Every sentence of the product, in the language that it is thought in; en.ts must have the same keys. */
export const zh = {
	'reject.required': '{column} 不能为空；填上后重试，或忽略此行',
	'reject.type': '{column} “{value}” 不是数；改为数字，或忽略此行',
	'reject.date': '{column} “{value}” 不是日期；改为 2026-10-05 这样的日期，或忽略此行',
	'reject.range': '{column} “{value}” 超出允许的范围；核对后改正',
	'reject.unknown_value': '{column} “{value}” 不在词表里；改用词表里的词，或把它加进词表',
	'reject.unknown_branch': '{column} “{value}” 不在分部表里；核对编号，或补全分部表',
	'reject.unknown_person': '{column} “{value}” 不在人员表里；核对工号，或补全人员表',
	'reject.shape': '这一行有 {value} 个单元格，与表头不符；检查分隔符和引号',
	'reject.conflict': '编号 “{value}” 已有内容不同的记录；由您决定以哪一条为准',
	'reject.damaged_id': '{column} “{value}” 被 Excel 改成了科学记数，末位已丢失；请从系统重新导出',
	'reject.encoding': '{column} 有无法识别的字节；请用 UTF-8 或 GB18030 重新导出',
	'reject.unknown_dataset': '这个文件不是任何一种已知的导出表',
	'unreadable.empty': '文件是空的',
	'unreadable.binary': '不是文本表格，也不是工作簿',
	'unreadable.zip': '这是压缩包，请先解压再导入',
	'unreadable.image': '这是图片，不是表格',
	'unreadable.pdf': '这是 PDF，不是表格；请从系统导出 CSV 或 Excel',
	'unreadable.workbook_damaged': '工作簿损坏，无法打开：{detail}',
	'unreadable.no_table': '网页里没有表格'
} as const;

export type MessageKey = keyof typeof zh;
export type Messages = Record<MessageKey, string>;
