import type { INodeParameters } from 'n8n-workflow';

import { toolOfAgent, type MadeTool } from '../support/agentTools';
import { stage, type Stage } from '../support/world';
import { newWebinar } from '../zoom/registrant/support';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
});
afterAll(async () => await here.close());

const byModel = (key: string, what: string) => `={{ $fromAI('${key}', '${what}', 'string') }}`;
const locator = (value: string) => ({ __rl: true, mode: 'id', value });
const WEBINAR = locator(byModel('webinarId', 'ID of the webinar'));

type Vendor = 'zoom' | 'adobeConnect' | 'hubspot' | 'marketo';
const TYPES = {
	zoom: 'zoomWebinar',
	adobeConnect: 'adobeConnect',
	hubspot: 'hubSpotWebinar',
	marketo: 'marketoProgram',
};

const tool = async (vendor: Vendor, parameters: INodeParameters): Promise<MadeTool> =>
	await toolOfAgent({ type: TYPES[vendor], parameters, credentials: here[vendor] });

const attendees = async () =>
	await tool('zoom', { resource: 'attendee', operation: 'get', webinar: WEBINAR });

test.each<[Vendor, string, INodeParameters]>([
	['adobeConnect', 'Get many webinars in', { resource: 'webinar', which: 'all' }],
	['marketo', 'Get many programs in', { resource: 'program' }],
	['zoom', 'Get many webinars in', { resource: 'webinar' }],
])('%s: a list, told as "%s …"', async (vendor, told, parameters) => {
	const made = await tool(vendor, { operation: 'getAll', ...parameters });
	expect(made.description).toContain(told);
	const answer = await made.invoke({});
	expect(JSON.parse(answer)).toEqual(expect.arrayContaining([expect.any(Object)]));
	expect(answer.length).toBeLessThan(20_000);
});

test('the model chooses the webinar, and sees figures of everybody and 20 people', async () => {
	const [{ people, ...figures }] = JSON.parse(
		await (await attendees()).invoke({ webinarId: String(here.story.main.webinarId) }),
	) as Array<{ people: unknown[] }>;
	expect(people).toHaveLength(20);
	expect(figures).toMatchObject({
		attended: expect.any(Number),
		peopleNotShown: expect.any(Number),
	});
});

test('the model registers somebody, and hears what became of it', async () => {
	const made = await tool('zoom', {
		resource: 'registrant',
		operation: 'add',
		webinar: WEBINAR,
		email: byModel('email', 'Email address'),
		firstName: byModel('firstName', 'First name'),
		lastName: '',
		fields: { mappingMode: 'defineBelow', value: null },
	});
	const webinarId = String(newWebinar(here).id);
	const args = { webinarId, email: 'new.person@example.com', firstName: 'New' };
	expect(JSON.parse(await made.invoke(args))).toEqual([
		expect.objectContaining({ people: 1, synced: 1, failed: 0 }),
	]);
	expect(JSON.parse(await made.invoke(args))).toEqual([
		expect.objectContaining({ people: 1, unchanged: 1, failed: 0 }),
	]);
});

test.each([
	['12', /12[^]*(digits|Copy|Choose|Enter)/i],
	['99999999999', /not found|does not exist|does not know/i],
])('the model hears what to change when it chooses %s', async (webinarId, told) => {
	await expect((await attendees()).invoke({ webinarId })).rejects.toThrow(told);
});
