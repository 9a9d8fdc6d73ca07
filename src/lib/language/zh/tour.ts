/** What the guided tour says. */
export const TOUR = {
	'tour.title': '导览',
	'tour.at': '第 {n} / {all} 步',
	'tour.next': '下一步',
	'tour.back': '上一步',
	'tour.skip': '跳过导览',
	'tour.done': '看完了',
	'tour.files.title': '文件怎么读的',
	'tour.files.text':
		'示例是十个分部一个季度的导出。每个文件多少条采用、剔除、重复，一条不少都在这里；点开看列对应什么，剔除的写明行、列、值和原因。',
	'tour.month.title': '一个月的考核表',
	'tour.month.text':
		'每个分部一行，每项指标一列。失分条按权重切成各项，斜纹是失掉的分。点任何一个数字往下看。',
	'tour.card.title': '一个分部的考核表',
	'tour.card.text': '总分怎么来的，一项一句话；下面写着再多几件能升档、名次会怎样，以及总分比上月为什么变。',
	'tour.line.title': '数字打开到行',
	'tour.line.text':
		'这是一个人的考核表。点任意一项：侧栏列出数进去的每一条记录，写明文件和行号，上面是近十二个月和各档的界线。对不上的可以申诉、更正。',
	'tour.ranking.title': '排名',
	'tour.ranking.text':
		'并列用同一个名次，箭头是比上月。规则可以让新人、新分部、刚合并的分部先不排名，并写明原因。',
	'tour.awards.title': '奖励',
	'tour.awards.text': '季度前三名按三个月的分数算出，可以打印签字；再平均、按出勤或按得分分到人，算到分。',
	'tour.reports.title': '手册的其他部分',
	'tour.reports.text':
		'工单、收费、回访、投诉、台账……每张表可以排序、换分组、和别的月份比，也都能打开到明细。',
	'tour.desk.title': '抽查台',
	'tour.desk.text':
		'先抽有风险的：疑点、投诉、低评价、新人、长时间没回应，其余随机；抽法可以重现。谁从没抽到、两个评判人一致不一致，都看得到。',
	'tour.close.title': '月结',
	'tour.close.text':
		'从计算到公布、申诉、签字、封存，一步一人，缺什么有清单。公布前先看“评分人”，有没有特别严、特别松或一律同分的。',
	'tour.policy.title': '规则',
	'tour.policy.text':
		'条款怎么理解、权重多少都写在这里，可以另写一版，马上看到谁的分、名次、奖金会变。现在换成自己的文件试试。',
	'tour.more': '接着载入示例的 {month}',
	'tour.moreHint': '第四季度才过一个月；有一位打分偏严的评分人，呼叫中心经理有了目标'
};
