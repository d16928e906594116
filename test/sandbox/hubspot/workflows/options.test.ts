/** Somebody opens the drop-down of webinars in the workflow editor. */
import { Signature } from '@hubspot/api-client';
import { startPortal, type TestPortal } from '../testing/portal';
import type { ChoicesOptions, WorkflowAction } from './contract';
import { addContactToWebinar, OAUTH_APP, startReceiver, type Receiver } from './testing';

const WEBINAR = { label: 'Growing tomatoes', description: 'Zoom 995', value: '995' };

let portal: TestPortal;
let receiver: Receiver;
let action: WorkflowAction;

beforeEach(async () => {
	portal = await startPortal({ world: { oauthApp: { ...OAUTH_APP } } });
	receiver = await startReceiver({
		body: { options: [WEBINAR], after: '1234=', searchable: true },
	});
	action = portal.side.workflows.defineAction(addContactToWebinar(receiver.url));
});
afterEach(async () => {
	await portal.close();
	await receiver.close();
});

const open = (over: Partial<ChoicesOptions> = {}) =>
	portal.side.workflows.options({ action, field: 'upcomingWebinar', ...over });

it('asks as HubSpot does, signed, and shows the choices', async () => {
	const answer = await open({ inputFields: { webinarId: '7' } });
	expect(answer).toMatchObject({
		options: [WEBINAR],
		after: '1234=',
		searchable: true,
		complaints: [],
		attempt: { status: 200 },
	});
	const [asked] = receiver.received;
	expect(asked?.url).toBe('/webhook/w1/hubspot-choices');
	expect(asked?.json()).toEqual({
		origin: {
			portalId: 44237313,
			actionDefinitionId: Number(action.id),
			actionDefinitionVersion: 1,
		},
		objectTypeId: '0-1',
		inputFieldName: 'upcomingWebinar',
		inputFields: { webinarId: { type: 'STATIC_VALUE', value: '7' } },
		fetchOptions: {},
	});
	expect(
		Signature.isValid({
			signatureVersion: 'v2',
			clientSecret: OAUTH_APP.clientSecret,
			signature: String(asked?.headers['x-hubspot-signature']),
			url: `${receiver.url}${asked?.url}`,
			requestBody: String(asked?.body),
		}),
	).toBe(true);
});

it('searches and scrolls, in either place, once an answer said it may', async () => {
	await expect(open({ q: 'tom' })).rejects.toThrow(/cannot be searched/);
	const { after } = await open();
	await open({ q: 'tom', after });
	await open({ q: 'tom', fetchOptionsIn: 'inputFields' });
	const [, beside, inside] = receiver.received.map((one) => one.json());
	expect(beside).toMatchObject({ fetchOptions: { q: 'tom', after: '1234=' }, inputFields: {} });
	expect(inside).toMatchObject({ inputFields: { fetchOptions: { q: 'tom' } } });
	expect(inside).not.toHaveProperty('fetchOptions');
	receiver.replies.splice(0, 1, { body: { options: [] } });
	await open();
	await expect(open({ q: 'tom' })).rejects.toThrow(/cannot be searched/);
});

it.each<[string, unknown, RegExp]>([
	['no list', {}, /options is no list/],
	['no JSON', 'OK', /options is no list/],
	['a choice without a value', { options: [{ label: 'A' }] }, /options\[0\] needs/],
	['a number for a value', { options: [WEBINAR, { label: 'A', value: 1 }] }, /options\[1\] needs/],
	['an empty label', { options: [{ label: '', value: '1' }] }, /options\[0\] needs/],
	['a value twice', { options: [WEBINAR, WEBINAR] }, /comes twice/],
	['a cursor that is no text', { options: [], after: 5 }, /after/],
	['a text for searchable', { options: [], searchable: 'yes' }, /searchable/],
])('cannot use %s', async (_what, body, complaint) => {
	receiver.replies.splice(0, 1, { body });
	expect(await open()).toMatchObject({
		options: [],
		complaints: [expect.stringMatching(complaint)],
	});
});

it('shows nothing where the receiver refuses', async () => {
	receiver.replies.splice(0, 1, { status: 401, body: 'Unauthorized' });
	const answer = await open({ tamper: { secret: 'other' } });
	expect(answer).toMatchObject({
		options: [],
		complaints: ['Status 401'],
		attempt: { status: 401 },
	});
	expect(receiver.received).toHaveLength(1);
});

it('knows fields with an address only', async () => {
	await expect(open({ field: 'webinarId' })).rejects.toThrow(/no input field webinarId with/);
});
