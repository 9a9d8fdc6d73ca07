import { escapeHtml } from './html';
import type { Block, Paper, PaperCell, PaperColumn } from './paper';
import { PAPER_STYLE, PAPER_WORDS } from './paper-style';

/** Text within a string of CSS: every mark that could end it is written by its number. */
const inStyle = (text: string): string =>
	text.replaceAll(/["'\\<>&\n\r\f]/g, (mark) => `\\${mark.codePointAt(0)!.toString(16)} `);

/** A document ready to print on A4, complete in itself: no script, nothing asked from anywhere. */
export function paperHtml(paper: Paper): string {
	const { lang, title, period, stamp, sheets } = paper;
	const words = PAPER_WORDS[lang];
	const margins = `
@page {
	@top-left { content: "${inStyle(title)}"; }
	@top-right { content: "${inStyle(period)}"; }
	@bottom-left { width: 78%; content: "${inStyle(stamp)}"; }
	@bottom-right { width: 22%; content: "${words.before}" counter(page) "${words.between}" counter(pages) "${words.after}"; }
}`;
	return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title)} ${escapeHtml(period)}</title>
<style>${PAPER_STYLE}${margins}</style>
</head>
<body>
${sheets.map((blocks) => `<section class="sheet">${blocks.map((block) => drawn(block, lang)).join('\n')}</section>`).join('\n')}
</body>
</html>
`;
}

function drawn(block: Block, lang: Paper['lang']): string {
	switch (block.kind) {
		case 'title':
			return `<h1>${escapeHtml(block.text)}</h1>${block.under === undefined ? '' : `<p class="under">${escapeHtml(block.under)}</p>`}`;
		case 'heading':
			return `<h2>${escapeHtml(block.text)}</h2>`;
		case 'fields':
			return `<dl>${block.fields.map(([label, value]) => `<div><dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd></div>`).join('')}</dl>`;
		case 'table':
			return table(block);
		case 'notes':
			return `<section class="notes"><h2>${escapeHtml(block.title)}</h2><ol>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ol></section>`;
		case 'lines': {
			const ruled = '<div class="rule"></div>'.repeat(block.text === '' ? block.lines : 0);
			return `<section class="lines"><h2>${escapeHtml(block.title)}</h2>${block.text === '' ? ruled : `<p>${escapeHtml(block.text)}</p>`}</section>`;
		}
		case 'signs': {
			const { sign, date } = PAPER_WORDS[lang];
			return `<section class="signs">${block.who.map((who) => `<div><b>${escapeHtml(who)}</b><span>${sign}<i></i></span><span>${date}<i></i></span></div>`).join('')}</section>`;
		}
	}
}

function table({ columns, rows, sums = [], tall = false }: Extract<Block, { kind: 'table' }>): string {
	const heads = columns
		.map(
			({ title, width }) =>
				`<th scope="col"${width === undefined ? '' : ` style="width:${String(width)}%"`}>${escapeHtml(title)}</th>`
		)
		.join('');
	const row = (cells: PaperCell[], kind: string): string => {
		let at = 0;
		const drawnCells = cells.map((each) => {
			const column = columns[at];
			at += spanOf(each);
			return cell(each, spanOf(each) > 1 ? undefined : column);
		});
		return `<tr${kind}>${drawnCells.join('')}</tr>`;
	};
	return `<table${tall ? ' class="tall"' : ''}><thead><tr>${heads}</tr></thead><tbody>${rows.map((cells) => row(cells, '')).join('')}${sums.map((cells) => row(cells, ' class="sum"')).join('')}</tbody></table>`;
}

const spanOf = (content: PaperCell): number =>
	typeof content === 'object' && 'span' in content ? (content.span ?? 1) : 1;

function cell(content: PaperCell, column: PaperColumn | undefined): string {
	const align = column?.align === undefined ? '' : ` class="${column.align}"`;
	if (typeof content === 'string') return `<td${align}>${escapeHtml(content)}</td>`;
	if ('tiers' in content)
		return `<td class="tiers"><div>${content.tiers
			.map(
				({ range, deduction, hit }) =>
					`<span${hit ? ' class="hit"' : ''}><em>${escapeHtml(range)}</em>${escapeHtml(deduction)}</span>`
			)
			.join('')}</div></td>`;
	const { text, span, head = false } = content;
	const tag = head ? 'th' : 'td';
	return `<${tag}${align}${span === undefined ? '' : ` colspan="${String(span)}"`}>${escapeHtml(text)}</${tag}>`;
}
