import type { INode } from 'n8n-workflow';
import { allTemplates, isOurs, type Template } from '../../templates/template';
import { rules, setRules } from '../../templates/rules';
import { packageNodes } from './packageNodes';

const templates = allTemplates();
const known = packageNodes();

/** Those of n8n itself are looked at in a running n8n (test/e2e/templates). */
const ofPackage = (node: INode) => (isOurs(node) ? (known.get(node.type) ?? 'none') : 'elsewhere');

it('finds the templates', () => {
	expect(templates.map(({ name }) => name)).toContain('zoom-webinar-ended-to-hubspot');
});

describe.each(templates.map((template): [string, Template] => [template.name, template]))(
	'the template %s',
	(_, template) => {
		it.each(rules(ofPackage))('%s', (_rule, rule) => {
			expect(rule(template)).toEqual([]);
		});
	},
);

describe('the templates together', () => {
	it.each(setRules)('%s', (_, rule) => {
		expect(rule(templates)).toEqual([]);
	});
});
