import type { INode } from 'n8n-workflow';
import { parameters } from '../../templates/rules/parameters';
import { allTemplates, type Template } from '../../templates/template';
import { packageNodes } from './packageNodes';

const known = packageNodes();

const ZOOM = 'n8n-nodes-webinars.zoomWebinar';
const ADOBE_CONNECT = 'n8n-nodes-webinars.adobeConnect';

/** The same node of the other platform, with the values that a user copies over. */
const swapped = (node: INode): INode =>
	node.type === ZOOM ? { ...node, type: ADOBE_CONNECT, typeVersion: 1 } : node;

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
