export const REMIND = {
	'remind.item': '{month} {task}',
	'remind.day': '{on}（{weekday}）',
	'remind.today': '今天',
	'remind.left': '还有 {days} 天',
	'remind.over': '逾期 {days} 天',
	'remind.since': '已可办 {days} 天',
	'remind.on': '日期',
	'remind.task': '事项',
	'remind.state': '时限',
	'remind.head': '考核待办 {count} 项（{on}）',
	'remind.from': '来自考核工作台',
	'remind.title': '待办',
	'remind.late': '逾期 {count}',
	'remind.chat': '复制到企业微信、钉钉',
	'remind.mail': '复制到邮件',
	'remind.ics': '存为日历（.ics）',
	'remind.copied': '已复制，可以粘贴'
};
