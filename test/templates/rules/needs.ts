import { needsOf } from '../needs';
import type { Rule } from '../template';

/** Its page says which n8n it needs, on the line of the file. */
export const needs: Rule = ({ name, page }) => {
	const says = `(../../workflows/${name}.json) · needs n8n ${needsOf(name)} or later\n`;
	return page.includes(says) ? [] : [`its page does not say "needs n8n ${needsOf(name)} or later"`];
};
