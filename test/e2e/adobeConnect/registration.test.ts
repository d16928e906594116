import { executionError, nodeItems } from '../../host/drive/executions';
import { MEETING_ROOM } from '../../sandbox/adobeConnect/testing/ids';
import { AdobeStage } from './support/stage';
import { registrationWorkflow, type Person } from './support/workflows';
import { NEXT, smallAccount } from './support/world';

const PEOPLE: Person[] = [
	{ email: 'Ada@Example.com', firstName: 'Ada', lastName: 'Lovelace', company: 'Engines Ltd' },
	{ email: 'grace@example.com', firstName: 'Grace', lastName: 'Hopper', company: 'Navy' },
	{ email: 'ada@example.com', firstName: 'Ada', lastName: 'Again', company: 'Engines Ltd' },
	{ email: 'nobody@example.com', firstName: '', lastName: 'Nameless', company: 'None' },
	{ email: 'alan@example.com', firstName: 'Alan', lastName: 'Turing', company: '' },
];
const ANSWERS = { [NEXT.company]: '={{ $json.company }}', [NEXT.country]: 'Germany' };

let stage: AdobeStage;
beforeAll(async () => {
	stage = await AdobeStage.set(74, smallAccount);
});
afterAll(async () => await stage.close());

async function registered(webinarId: string, fields?: Record<string, string>) {
	const execution = await stage.run(registrationWorkflow(webinarId, PEOPLE, { fields }));
	expect(executionError(execution)).toBe('');
	return nodeItems(execution, 'Register').map(({ json }) => json);
}

/** Logins of who is registered for the event, and what they answered. */
const held = () =>
	stage.adobe.event(NEXT.eventId).registrants.map(({ principalId, permission, answers }) => ({
		login: stage.adobe.principals.get(principalId)?.login.toLowerCase(),
		permission,
		answers,
	}));

describe('contacts registered for an event that asks a question', () => {
	test('come out with an outcome each, and Adobe Connect has whom it took', async () => {
		expect(await registered(NEXT.eventId, ANSWERS)).toMatchObject([
			{
				email: 'Ada@Example.com',
				outcome: { destination: 'adobeConnect', result: 'synced' },
				registrant: { status: 'approved', joinUrl: expect.stringContaining('/e30002/') as string },
			},
			{ email: 'grace@example.com', outcome: { result: 'synced' } },
			{ email: 'ada@example.com', outcome: { result: 'skipped', reason: 'duplicate' } },
			{ email: 'nobody@example.com', outcome: { result: 'failed', reason: 'missingFirstName' } },
			{
				email: 'alan@example.com',
				outcome: { result: 'failed', reason: 'requiredQuestionMissing' },
			},
		]);
		expect(held()).toEqual([
			{
				login: 'ada@example.com',
				permission: 'view',
				answers: { [NEXT.company]: 'Engines Ltd', [NEXT.country]: 'Germany' },
			},
			{
				login: 'grace@example.com',
				permission: 'view',
				answers: { [NEXT.company]: 'Navy', [NEXT.country]: 'Germany' },
			},
		]);
	});

	test('are registered once, however often the workflow runs', async () => {
		const mails = stage.adobe.mails.length;
		const [ada, grace] = await registered(NEXT.eventId, ANSWERS);
		for (const item of [ada, grace]) {
			expect(item).toMatchObject({
				outcome: { result: 'unchanged', reason: 'alreadyRegistered' },
				registrant: { joinUrl: expect.any(String) as string },
			});
		}
		expect(held()).toHaveLength(2);
		expect(stage.adobe.mails).toHaveLength(mails);
	});
});

test('contacts registered for a meeting are invited to its room', async () => {
	const items = await registered(MEETING_ROOM);
	const results = items.map(({ outcome }) => (outcome as { result: string }).result);
	expect(results).toEqual(['synced', 'synced', 'skipped', 'failed', 'synced']);
	const { permissions } = stage.adobe.room(MEETING_ROOM);
	for (const email of ['ada@example.com', 'grace@example.com', 'alan@example.com']) {
		const principal = [...stage.adobe.principals.values()].find(
			(one) => one.login.toLowerCase() === email,
		);
		expect(permissions[principal?.id ?? '']).toBe('view');
	}
});
