import { safeParseWorkflowStructure, type IConnections, type INode } from 'n8n-workflow';
import { packageName } from '../../host/paths';
import { readTemplate, templateNames } from '../../host/drive/templates';
import { boxOf, isInside, isNote, overlaps } from './layout';
import { packageNodes } from './packageNodes';
import { unknownParameters } from './parameters';

const known = packageNodes();
const isOurs = ({ type }: INode) => type.startsWith(`${packageName}.`);

it('finds the templates', () => {
	expect(templateNames()).toContain('zoom-webinar-ended-to-hubspot');
});

describe.each(templateNames())('the template %s', (name) => {
	const file = readTemplate(name);
	const text = JSON.stringify(file);
	const nodes = file.nodes as INode[];
	const notes = nodes.filter(isNote);
	const steps = nodes.filter((node) => !isNote(node));
	const links = linksOf(file.connections as IConnections);

	it('has a structure that n8n imports', () => {
		const parsed = safeParseWorkflowStructure(file);
		expect(parsed.success ? [] : parsed.issues).toEqual([]);
		expect(file.settings?.executionOrder).toBe('v1');
		expect(file.active).toBe(false);
	});

	it('gives every node an id and a name of its own', () => {
		expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length);
		expect(new Set(nodes.map((node) => node.name)).size).toBe(nodes.length);
	});

	it('uses our nodes as they are: type, version, parameters and their choices', () => {
		expect(steps.filter(isOurs).length).toBeGreaterThan(0);
		for (const node of steps.filter(isOurs)) {
			const description = known.get(node.type);
			if (!description) throw new Error(`${node.name}: the package has no ${node.type}`);
			expect([description.version].flat()).toContain(node.typeVersion);
			expect({ node: node.name, unknown: unknownParameters(node, description) }).toEqual({
				node: node.name,
				unknown: [],
			});
		}
	});

	it('uses nothing but our nodes and those that come with n8n', () => {
		const foreign = nodes.filter(
			(node) => !isOurs(node) && !node.type.startsWith('n8n-nodes-base.'),
		);
		expect(foreign).toEqual([]);
		expect(steps.map(({ type }) => type)).not.toContain('n8n-nodes-base.executeWorkflow');
	});

	it('carries no credentials, no instance, no pinned data and no addresses', () => {
		expect(nodes.filter((node) => node.credentials !== undefined)).toEqual([]);
		expect(text).not.toContain('instanceId');
		expect(file.staticData).toBeUndefined();
		expect(file.pinData ?? {}).toEqual({});
		expect(text.match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/gi)).toBeNull();
		expect(text).not.toMatch(/pat-\w+-|secret"|bearer /i);
		expect(text).not.toMatch(/https?:\/\//);
	});

	it('connects every node, and names in expressions only nodes that are there', () => {
		const connected = new Set(links.flatMap(({ from, to }) => [from, to]));
		expect(steps.filter((node) => !connected.has(node.name)).map((node) => node.name)).toEqual([]);
		const referred = [...text.matchAll(/\$\('([^']+)'\)/g)].map(([, node]) => node);
		expect(referred.filter((node) => !steps.some((step) => step.name === node))).toEqual([]);
	});

	it('is explained by notes, one for the whole and one for each section', () => {
		expect(notes.length).toBeGreaterThan(1);
		const frames = notes.map(boxOf);
		const lost = steps.map(boxOf).filter((box) => !frames.some((frame) => isInside(box, frame)));
		expect(lost).toEqual([]);
		const main = notes.filter((note) => !steps.some((step) => isInside(boxOf(step), boxOf(note))));
		expect(main).toHaveLength(1);
		expect(main[0].parameters.content).toMatch(/Set up/);
	});

	it('lies tidily on the canvas', () => {
		expect(overlaps(steps.map(boxOf))).toEqual([]);
		expect(overlaps(notes.map(boxOf))).toEqual([]);
	});
});

interface Link {
	from: string;
	to: string;
}

function linksOf(connections: IConnections): Link[] {
	return Object.entries(connections).flatMap(([from, byType]) =>
		Object.values(byType).flatMap((outputs) =>
			outputs.flatMap((targets) => (targets ?? []).map(({ node }) => ({ from, to: node }))),
		),
	);
}
