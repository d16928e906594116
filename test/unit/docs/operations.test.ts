import type { INodeProperties, INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { page } from '../../templates/markdown';
import { packageNodes } from '../workflows/packageNodes';

/** `zoomWebinarTrigger` has the page docs/zoom-webinar-trigger.md. */
const pageOf = (type: string) => {
	const dashed = type.replace('hubSpot', 'hubspot').replace(/[A-Z]/g, (one) => `-${one}`);
	return page(`docs/${dashed.toLowerCase()}.md`);
};

/** The page of a node, and the pages that it leads to in its table of operations. */
function textsOf(type: string): string {
	const own = pageOf(type);
	const linked = [...own.text.matchAll(/\]\(([\w/-]+\.md)/g)].map(([, file]) => `docs/${file}`);
	return [own.text, ...linked.map((file) => page(file).text)].join('\n');
}

const options = (property: INodeProperties) => (property.options ?? []) as INodePropertyOptions[];

/** `Add Contact to Webinar`, of the resource `Registrant`. */
function operationsOf({ properties }: INodeTypeDescription): Array<[string, string]> {
	const resources = properties.filter(({ name }) => name === 'resource').flatMap(options);
	const operations = properties.filter(({ name }) => name === 'operation');
	return operations.flatMap((property) => {
		const shown = property.displayOptions?.show?.resource ?? [];
		return options(property).flatMap(({ name }) =>
			shown.map((value): [string, string] => {
				const resource = resources.find((one) => one.value === value);
				return [resource?.name ?? String(value), name];
			}),
		);
	});
}

const plain = (text: string) => text.replace(/[_*`]/g, '').replace(/\s+/g, ' ').toLowerCase();

const nodes = [...packageNodes().values()];

describe.each(nodes.map((node) => [node.name, node] as const))('%s', (name, description) => {
	const text = plain(textsOf(name));

	it('has a page of its own that is called like it', () => {
		expect(pageOf(name).text.split('\n')[0]).toBe(`# ${description.displayName}`);
	});

	it('is in the table of the README', () => {
		expect(page('README.md').text).toContain(`| [${description.displayName}](`);
	});

	it('has every operation in its pages, by the name that it has on the canvas', () => {
		const untold = operationsOf(description).filter(
			([resource, operation]) =>
				!text.includes(operation.toLowerCase()) || !text.includes(resource.toLowerCase()),
		);
		expect(untold).toEqual([]);
	});
});

test('there are operations to look for', () => {
	expect(nodes.flatMap(operationsOf).length).toBeGreaterThan(35);
});
