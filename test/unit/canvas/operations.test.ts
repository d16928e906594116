import fs from 'node:fs';
import path from 'node:path';

import { fieldsOf, nodes, operations, type Operation } from './package';

const all = operations().map((one): [string, Operation] => [
	`${one.node.name} ${one.resource}:${one.operation}`,
	one,
]);

describe.each(all)('%s', (_, one) => {
	test('has an action as users speak: a sentence without articles, of few words', () => {
		expect(one.action).toMatch(/^[A-Z][a-z]/);
		expect(one.action).not.toMatch(/\b(a|an|the)\b|getAll|[a-z][A-Z]|\.$/);
		expect(one.action.split(' ').length).toBeGreaterThan(1);
		expect(one.action.length).toBeLessThanOrEqual(45);
	});

	test('says what it does', () => {
		expect(one.description.length).toBeGreaterThan(15);
		expect(one.description).not.toBe(one.action);
	});

	test('has an output schema in the folder where n8n looks for it', () => {
		const version = 'v1.0.0';
		const { folder, resource, operation } = one;
		const file = path.join(folder, '__schema__', version, resource, `${operation}.json`);
		const schema = JSON.parse(fs.readFileSync(file, 'utf8')) as {
			type?: string;
			properties?: Record<string, unknown>;
		};
		expect(schema.type).toBe('object');
		expect(Object.keys(schema.properties ?? {}).length).toBeGreaterThan(0);
	});

	test('asks for what must be filled first, and for options last', () => {
		const fields = fieldsOf(one).filter(({ type }) => type !== 'notice');
		const firstOption = fields.findIndex(({ type }) => type === 'collection');
		const lastMust = fields.map(({ required }) => required === true).lastIndexOf(true);
		if (firstOption >= 0) expect(lastMust).toBeLessThan(firstOption);
		const collections = fields.filter(({ type }) => type === 'collection');
		if (collections.length > 0) expect(fields.at(-1)?.type).toBe('collection');
	});

	test('marks what admits whoever has it', () => {
		const { folder, resource, operation, node } = one;
		const file = path.join(folder, '__schema__', 'v1.0.0', resource, `${operation}.json`);
		const marked = node.sensitiveOutputFields ?? [];
		for (const where of secretsIn(JSON.parse(fs.readFileSync(file, 'utf8')) as Schema)) {
			expect(marked).toContain(where);
		}
	});
});

interface Schema {
	type?: string | string[];
	properties?: Record<string, Schema>;
	items?: Schema;
}

/** My Tokens of a program are texts for emails. */
const harmless = ['tokens', 'outcome.steps.tokens', 'settings.passwordBypass'];

function secretsIn({ properties = {}, items }: Schema, above = ''): string[] {
	const here = Object.entries(properties).flatMap(([name, inner]) => {
		const where = above === '' ? name : `${above}.${name}`;
		const isSecret = /(start_?url|pass_?(code|word)|token|secret|redirectUrl)/i.test(name);
		return [...(isSecret && !harmless.includes(where) ? [where] : []), ...secretsIn(inner, where)];
	});
	return [...here, ...(items ? secretsIn(items, `${above}[*]`) : [])];
}

test('no two operations of a node have the same action', () => {
	for (const [name] of nodes()) {
		const actions = operations().flatMap(({ node, action }) =>
			node.name === name ? [action] : [],
		);
		expect(new Set(actions).size).toBe(actions.length);
	}
});

test('no schema is left of an operation that is gone', () => {
	const known = new Set(
		operations().map(({ folder, resource, operation }) =>
			path.join(folder, '__schema__', 'v1.0.0', resource, `${operation}.json`),
		),
	);
	for (const folder of new Set(operations().map((one) => one.folder))) {
		const base = path.join(folder, '__schema__');
		const files = fs.readdirSync(base, { recursive: true, encoding: 'utf8' });
		for (const file of files.filter((one) => one.endsWith('.json'))) {
			expect(known).toContain(path.join(base, file));
		}
	}
});
