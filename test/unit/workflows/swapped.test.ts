import type { INode } from 'n8n-workflow';
import { parameters } from '../../templates/rules/parameters';
import { allTemplates, type Template } from '../../templates/template';
import { packageNodes } from './packageNodes';

const known = packageNodes();

const ZOOM = 'n8n-nodes-webinars.zoomWebinar';
const ADOBE_CONNECT = 'n8n-nodes-webinars.adobeConnect';

/** Zoom lists coming webinars host by host; Adobe Connect has one list, and no field for it. */
const ONLY_ZOOM = ['hosts'];

/** The same node of the other platform, with the values that a user copies over. */
const swapped = (node: INode): INode => {
	if (node.type !== ZOOM) return node;
	const copied = Object.entries(node.parameters).filter(([name]) => !ONLY_ZOOM.includes(name));
	const parameters = Object.fromEntries(copied);
	return { ...node, type: ADOBE_CONNECT, typeVersion: 1, parameters };
};

const withAdobeConnect = ({ file, ...rest }: Template): Template => ({
	...rest,
	file: { ...file, nodes: file.nodes.map(swapped) },
});

const onlyAdobeConnect = ({ type }: INode) =>
	type === ADOBE_CONNECT ? (known.get(type) ?? 'none') : 'elsewhere';

const templates = allTemplates().filter(({ file }) => file.nodes.some(({ type }) => type === ZOOM));

it.each(templates.map((one): [string, Template] => [one.name, one]))(
	'%s has nothing in its Zoom nodes that those of Adobe Connect do not have under the same name',
	(_, template) => {
		expect(parameters(onlyAdobeConnect)(withAdobeConnect(template))).toEqual([]);
	},
);
