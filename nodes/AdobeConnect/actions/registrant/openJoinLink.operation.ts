import {
	updateDisplayOptions,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { ParameterError } from '../../../shared/node/errors';
import { asObject, isObject } from '../../../shared/transport/json';
import { openJoinLink } from '../../joinLink/open';
import { opened, type OpenedLink } from '../../joinLink/opened';
import { joinLinkSecret } from '../../joinLink/secret';
import { SHORTEST_SECRET, verifyJoinLink } from '../../joinLink/sign';
import { createClient } from '../../transport/request';

const fields: INodeProperties[] = [
	{
		displayName:
			'The links are made by <b>Add Contact to Webinar</b> with the option <b>Personal Join Link Address</b>. Here they are checked with the Join Link Secret of the credential.',
		name: 'joinLinkNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Query of the Link',
		name: 'query',
		type: 'json',
		required: true,
		default: '={{ $json.query }}',
		description: 'The query parameters of the link, as the Webhook node gives them',
	},
];

export const description = updateDisplayOptions(
	{ show: { resource: ['registrant'], operation: ['openJoinLink'] } },
	fields,
);

/**
 * Where the owner of a personal join link is to go. Adobe Connect is asked about links with a right
 * signature only: whoever makes links up costs nothing and learns nothing.
 */
export async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
): Promise<INodeExecutionData[][]> {
	const json = await opening(this, itemIndex);
	return [[{ json: json as IDataObject, pairedItem: { item: itemIndex } }]];
}

async function opening(context: IExecuteFunctions, itemIndex: number): Promise<OpenedLink> {
	const secret = await joinLinkSecret(context);
	if (secret.length < SHORTEST_SECRET) {
		throw new ParameterError(
			`Join Link Secret of the Adobe Connect credential is empty or shorter than ${SHORTEST_SECRET} characters`,
			'Enter the long random text that your links were made with',
		);
	}
	const query = readQuery(context.getNodeParameter('query', itemIndex, {}) as unknown);
	const link = verifyJoinLink(query, secret);
	if (link.kind === 'valid') {
		return await openJoinLink(await createClient(context), link.holder, Date.now());
	}
	return opened(false, link.kind === 'forged' ? 'linkForged' : 'linkIncomplete');
}

/** An expression gives an object, somebody who types gives text; anything else is no query. */
function readQuery(value: unknown): unknown {
	if (typeof value !== 'string') return asObject(value);
	try {
		const parsed: unknown = JSON.parse(value);
		return isObject(parsed) ? parsed : {};
	} catch {
		return {};
	}
}
