import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../../engine/support/runNode';
import type { Stage } from '../../engine/support/world';
import { addBuiltIn } from './builtIn';

/**
 * Set in the node's options: with fewer milliseconds, HubSpot's limit of 190 requests per 10 seconds would
 * refuse some, because the next node does not wait for the last batch of the one before.
 */
const BATCHING = { batch: { batchSize: 4, batchInterval: 230 } };
/** Between pages; Zoom's reports allow 10 per second. */
const PAGE_INTERVAL_MS = 100;

const PAGINATION = {
	pagination: {
		paginationMode: 'updateAParameterInEachRequest',
		parameters: {
			parameters: [
				{ type: 'qs', name: 'next_page_token', value: '={{ $response.body.next_page_token }}' },
			],
		},
		paginationCompleteWhen: 'other',
		completeExpression: '={{ !$response.body.next_page_token }}',
		requestInterval: PAGE_INTERVAL_MS,
	},
};

/**
 * A webinar to HubSpot with nothing but n8n's own nodes: Zoom's report and registrants by *HTTP
 * Request*, then for every person what n8n's *HubSpot* node sends for *Create or Update* (a write and
 * a read), and the registration and the attendance, for which it has no operation. The HubSpot node
 * knows no address but api.hubapi.com; so *HTTP Request* sends its requests.
 * @returns how many people were written
 */
export async function builtInWay(here: Stage): Promise<number> {
	const { httpRequest } = await addBuiltIn();
	const send = async (parameters: INodeParameters, items: IDataObject[] = [{}]) => {
		const run = await runNode({
			type: 'httpRequest',
			typeVersion: httpRequest,
			credentials: {},
			parameters,
			items,
		});
		if (run.error !== null) throw new Error(`HTTP Request: ${run.error.message}`);
		return (run.outputs[0] ?? []).map(({ json }) => json);
	};
	const people = await peopleOf(here, send);
	const { apiKey, baseUrl } = here.hubspot.hubSpotWebinarServiceKeyApi as Record<string, string>;
	const perPerson = async (method: string, path: string, body?: string) =>
		await send(request(method, `=${baseUrl}${path}`, String(apiKey), body), people);
	const event = `account/${here.story.main.webinarId}`.split('/');
	await send(request('POST', `${baseUrl}${EVENTS}/events`, String(apiKey), eventOf(here, event)));
	await perPerson('POST', `${CONTACTS}/batch/upsert`, CONTACT);
	await perPerson('GET', `${CONTACTS}/{{ encodeURIComponent($json.email) }}?idProperty=email`);
	const attendance = `${EVENTS}/attendance/${event[1]}`;
	const account = `externalAccountId=${event[0]}`;
	await perPerson('POST', `${attendance}/register/email-create?${account}`, PARTICIPATION);
	await perPerson('POST', `${attendance}/attend/email-create?${account}`, PARTICIPATION);
	return people.length;
}

const CONTACTS = '/crm/v3/objects/contacts';
const EVENTS = '/marketing/v3/marketing-events';
const CONTACT =
	'={{ { inputs: [{ id: $json.email, idProperty: "email", properties: { email: $json.email } }] } }}';
const PARTICIPATION =
	'={{ { inputs: [{ email: $json.email, interactionDateTime: $json.at, contactProperties: {}, properties: {} }] } }}';

type Send = (parameters: INodeParameters, items?: IDataObject[]) => Promise<IDataObject[]>;

/** Who was there and who had registered, merged as a *Code* node would. */
async function peopleOf({ zoom, story }: Stage, send: Send): Promise<IDataObject[]> {
	const { baseUrl, accountId, clientId, clientSecret } =
		zoom.zoomWebinarServerToServerOAuth2Api as Record<string, string>;
	const query = `grant_type=account_credentials&account_id=${accountId}`;
	const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
	const answer = await fetch(`${baseUrl}/oauth/token?${query}`, {
		method: 'POST',
		headers: { authorization: `Basic ${basic}` },
	});
	const { access_token: token } = (await answer.json()) as { access_token: string };
	const { webinarId } = story.main;
	const pages = async (path: string) =>
		await send(request('GET', `${baseUrl}/v2${path}?page_size=300`, token, undefined, PAGINATION));
	const present = await pages(`/report/webinars/${webinarId}/participants`);
	const registered = await pages(`/webinars/${webinarId}/registrants`);
	const rows = [
		...present.flatMap(({ participants }) => participants as IDataObject[]),
		...registered.flatMap(({ registrants }) => registrants as IDataObject[]),
	];
	const addresses = rows.map((row) =>
		String(row.user_email ?? row.email ?? '')
			.trim()
			.toLowerCase(),
	);
	const at = Date.parse(story.main.startTime);
	return [...new Set(addresses)].filter(Boolean).map((email) => ({ email, at }));
}

function eventOf({ story }: Stage, [account, id]: string[]): string {
	return JSON.stringify({
		externalAccountId: account,
		externalEventId: id,
		eventName: story.main.topic,
		eventOrganizer: story.main.hostEmail,
		customProperties: [],
	});
}

function request(
	method: string,
	url: string,
	token: string,
	jsonBody?: string,
	pagination?: IDataObject,
): INodeParameters {
	return {
		method,
		url,
		authentication: 'none',
		sendHeaders: true,
		headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${token}` }] },
		...(jsonBody !== undefined && {
			sendBody: true,
			contentType: 'json',
			specifyBody: 'json',
			jsonBody,
		}),
		options: {
			batching: BATCHING,
			// Somebody with an address that HubSpot refuses must not stop the others.
			response: { response: { neverError: true } },
			...(pagination && { pagination }),
		},
	} as INodeParameters;
}
