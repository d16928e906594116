import { NodeHelpers } from 'n8n-workflow';
import { stepsOf, type Rule, type Template } from '../template';

/** A page of its own that leads to the file, and a row in the overview that leads to both and tells its starts. */
export const pages: Rule = (template) => {
	const { name, page, file } = template;
	const row = rowOf(template);
	return [
		page === '' ? `docs/templates/${name}.md is missing` : '',
		page === '' || page.startsWith('# ') ? '' : 'its page has no title',
		page === '' || page.includes(`(../../workflows/${name}.json)`)
			? ''
			: 'its page does not lead to the file',
		...[`../docs/templates/${name}.md`, `${name}.json`, `pictures/${name}.png`].map((link) =>
			row.includes(`(${link})`) ? '' : `workflows/README.md does not lead to ${link}`,
		),
		row === '' || row.includes(`**${file.name}**`)
			? ''
			: `workflows/README.md does not call it ${file.name}`,
		...(row === '' ? [] : starts(template, row)),
	].filter(Boolean);
};

const rowOf = ({ name, overview }: Template): string =>
	overview.split('\n').find((line) => line.includes(`(${name}.json)`)) ?? '';

/** What somebody presses in the editor; the second is *Connect a program*, which other workflows may call too. */
const BY_HAND = /\.(manual|executeWorkflow)Trigger$/;

/** The last cell names what starts the template: by hand, every day, every hour, and what else. */
function starts(template: Template, row: string): string[] {
	const told = row
		.replace(/\s*\|\s*$/, '')
		.split('|')
		.at(-1)!
		.split('·');
	const nodes = stepsOf(template).filter(({ type }) => NodeHelpers.isTriggerNodeType(type));
	const kinds: Array<[string, boolean]> = [
		['by hand', nodes.some(({ type }) => BY_HAND.test(type))],
		['every day', nodes.some((node) => node.name === 'Every day')],
		['every hour', nodes.some((node) => node.name === 'Every hour')],
	];
	return kinds.flatMap(([words, is]) => {
		const says = told.some((one) => one.trim().toLowerCase().startsWith(words));
		if (says === is) return [];
		return [`its row in workflows/README.md ${is ? 'does not say' : 'says'} "${words}"`];
	});
}
