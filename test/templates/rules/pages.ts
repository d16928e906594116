import type { Rule } from '../template';

/** A page of its own that leads to the file, and a place in the overview. */
export const pages: Rule = ({ name, page, overview }) =>
	[
		page === '' ? `docs/templates/${name}.md is missing` : '',
		page === '' || page.startsWith('# ') ? '' : 'its page has no title',
		page === '' || page.includes(`(../../workflows/${name}.json)`)
			? ''
			: 'its page does not lead to the file',
		...[`../docs/templates/${name}.md`, `${name}.json`, `pictures/${name}.png`].map((link) =>
			overview.includes(`(${link})`) ? '' : `workflows/README.md does not lead to ${link}`,
		),
	].filter(Boolean);
