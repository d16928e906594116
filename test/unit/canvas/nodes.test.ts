import fs from 'node:fs';
import path from 'node:path';
import type { Icon, INodeTypeDescription } from 'n8n-workflow';

import { repoRoot } from '../../host/paths';
import { credentials, nodes } from './package';

interface Codex {
	node: string;
	categories: string[];
	alias: string[];
	resources: Record<'primaryDocumentation' | 'credentialDocumentation', Array<{ url: string }>>;
}

/** n8n's own categories; it files a node with any other one under Miscellaneous. */
const CATEGORIES = ['Communication', 'Marketing & Content', 'Sales'];

/** What people type who look for one of them, and the nodes that must then be found. */
const SEARCHES: Array<[words: string, nodes: string[]]> = [
	['add contact to webinar', ['zoomWebinar', 'adobeConnect', 'hubSpotWorkflowActionTrigger']],
	['no-show', ['zoomWebinar', 'adobeConnect', 'hubSpotWebinar', 'marketoProgram']],
	['attendance', ['zoomWebinar', 'adobeConnect', 'hubSpotWebinar', 'zoomWebinarTrigger']],
	['webinar ended', ['zoomWebinarTrigger', 'adobeConnectTrigger']],
	['recording', ['zoomWebinar', 'adobeConnect', 'hubSpotWebinar']],
	['flow step', ['marketoProgram', 'marketoFlowStepTrigger']],
	['marketing event', ['hubSpotWebinar']],
];

/** Where a node or credential keeps one of its drawings. */
function drawings(icon: Icon | undefined, source: string): string[] {
	const { light, dark } = icon as { light: string; dark: string };
	return [light, dark].map((file) => path.join(path.dirname(source), file.replace(/^file:/, '')));
}

const withIcons = [
	...nodes().map(([name, { icon }, source]): [string, string[]] => [
		name,
		drawings(icon as Icon, source),
	]),
	...credentials().map(([name, { icon }, source]): [string, string[]] => [
		name,
		drawings(icon, source),
	]),
];

test.each(withIcons)('%s has a drawing of its own for light and for dark', (_, files) => {
	const [light, dark] = files.map((file) => fs.readFileSync(file, 'utf8'));
	expect(light).not.toBe(dark);
	for (const svg of [light, dark]) {
		const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg!) ?? [];
		expect(width).toBeDefined();
		expect(height).toBe(width);
		// Legible at 24 px: few shapes, no letters, no pictures; and nothing that is loaded or run.
		expect(svg!.length).toBeLessThan(2_000);
		expect(svg).not.toMatch(/<(text|image|script|style|foreignObject)|href=/);
	}
});

describe.each(nodes())('%s', (name, node, source) => {
	const codex = JSON.parse(fs.readFileSync(`${source}.json`, 'utf8')) as Codex;

	test('is filed and found', () => {
		expect(codex.node).toBe(`n8n-nodes-webinars.${name}`);
		expect(codex.categories.filter((one) => !CATEGORIES.includes(one))).toEqual([]);
		expect(codex.alias.length).toBeGreaterThanOrEqual(8);
		expect(new Set(codex.alias).size).toBe(codex.alias.length);
	});

	test('is documented by a page that is there', () => {
		const [{ url } = { url: '' }] = codex.resources.primaryDocumentation;
		const file = url.split('/blob/main/')[1] ?? '';
		expect(fs.existsSync(path.join(repoRoot, file))).toBe(true);
		expect(codex.resources.credentialDocumentation).toHaveLength(1);
	});

	test('is an AI tool unless it is a trigger', () => {
		expect(node.usableAsTool ?? false).toBe(!isTrigger(node));
	});

	test('says under its name what is chosen, in words', () => {
		expect(node.subtitle).toBeDefined();
		if (isTrigger(node)) expect(node.subtitle).not.toMatch(/^=\{\{\s*\$parameter\["\w+"\]\s*\}\}$/);
	});

	test('tells what it is for in one sentence', () => {
		expect(node.description).toMatch(/^[A-Z].{30,170}[^.]$/);
	});
});

const isTrigger = ({ group }: INodeTypeDescription) => group.includes('trigger');

test.each(SEARCHES)('"%s" is an alias where people expect it', (words, expected) => {
	for (const [name, , source] of nodes().filter(([one]) => expected.includes(one))) {
		const { alias } = JSON.parse(fs.readFileSync(`${source}.json`, 'utf8')) as Codex;
		const found = alias.some((one) => one.includes(words));
		expect({ name, found }).toEqual({ name, found: true });
	}
});
