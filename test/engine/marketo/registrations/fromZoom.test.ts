import { registered, addTo, newWebinar } from '../../zoom/registrant/support';
import { zoomNode } from '../../zoom/support/zoom';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { enrol, memberOf, outcomes } from '../support';
import { register } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
	here.sandbox.marketo.world.memberFields.whyNot = { displayName: 'Why Not', dataType: 'string' };
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const PEOPLE = [
	{ email: 'ada@example.com', firstName: 'Ada', lastName: 'One' },
	{ email: 'bob@example.com', firstName: '', lastName: 'Two' },
	{ email: 'eve@example.com', firstName: 'Eve', lastName: 'Three' },
];

/** *Add Contact to Webinar*, then *Sync Registrations* with what it returned. */
async function addAndSync(webinarId: number) {
	const added = await zoomNode(here, addTo(webinarId), { items: PEOPLE });
	const items = added.outputs[0]!.map(({ json }) => json);
	const options = { reasonField: 'whyNot' };
	return { items, told: outcomes(await register(here, items, { options })) };
}

describe('what Add Contact to Webinar of Zoom returns', () => {
	it('is written: the own link of those who were registered, the reason of those who were not', async () => {
		const webinar = newWebinar(here, { registrants: [registered('eve@example.com')] });
		for (const { email } of PEOPLE) enrol(here, email, 'Registered');
		const { items, told } = await addAndSync(webinar.id);
		expect(told).toMatchObject([
			{ result: 'synced' },
			{ result: 'failed', reason: 'missingFirstName' },
			{ result: 'synced' },
		]);
		const { joinUrl } = items[0]!.registrant as { joinUrl: string };
		expect(joinUrl).toMatch(/^https/);
		expect(memberOf(here, 'ada@example.com')).toMatchObject({
			statusName: 'Registered',
			webinarUrl: joinUrl,
		});
		expect(memberOf(here, 'bob@example.com')).toMatchObject({
			statusName: 'Registration Error',
			webinarUrl: null,
			fields: { whyNot: expect.stringContaining('first name') as unknown },
		});
		expect(memberOf(here, 'eve@example.com')).toMatchObject({
			statusName: 'Registered',
			webinarUrl: 'https://zoom.us/w/1?tk=eve@example.com',
		});
	});

	it('is Pending Approval where the host approves by hand', async () => {
		const webinar = newWebinar(here, { approvalType: 1 });
		const { told } = await addAndSync(webinar.id);
		expect(told[0]).toMatchObject({ result: 'synced', reason: 'pendingApproval' });
		expect(memberOf(here, 'ada@example.com')?.statusName).toBe('Pending Approval');
	});
});
