import type { ZoomWebinarState } from '../../sandbox/world';
import { Stage } from './support/stage';
import { flowStepWorkflow } from './support/workflows';
import {
	formCampaign,
	HIGHER_STEP,
	linkMail,
	REASON_FIELD,
	registered,
	SAME_STEP,
	sendConfirmation,
	useFlowStep,
	type Place,
} from './support/world';

let stage: Stage;

beforeAll(async () => {
	stage = await Stage.set(62);
	const places: Array<[Place, ZoomWebinarState]> = [
		[SAME_STEP, stage.webinar],
		[HIGHER_STEP, stage.otherWebinar],
	];
	for (const [place, webinar] of places) {
		const flow = [registered(place), useFlowStep(), sendConfirmation];
		stage.marketo.campaigns.set(place.campaignId, formCampaign(place, flow));
		await stage.connect(webinar, place);
	}
	await stage.installed(flowStepWorkflow(), 'Marketo asks');
});
afterAll(async () => await stage.close());

describe('a person without first name', () => {
	test.each([
		['the same step as Registered', SAME_STEP],
		['a higher step than Registered', HIGHER_STEP],
	])('ends as Registration Error with the reason, where that is %s', async (_, place) => {
		const email = `nameless${place.programId}@example.com`;
		const person = await stage.desk.fillsOut(place, { email, lastName: 'Nameless' });
		const member = stage.desk.member(place, person);
		expect(member).toMatchObject({ statusName: 'Registration Error', webinarUrl: null });
		expect(member.fields[REASON_FIELD]).toMatch(/first name/i);
		expect(stage.registrant(person, webinarOf(place))).toBeUndefined();
		expect(stage.desk.lastStep(person, 'flowStep')).toMatchObject({
			ok: false,
			message: expect.stringMatching(/first name/i) as string,
		});
		expect(stage.desk.lastResult(person)).toMatchObject({
			success: false,
			errorCode: 'MISSING_FIRST_NAME',
		});
	});

	test('is registered after the repair, where the channel lets people go back', async () => {
		const email = `nameless${SAME_STEP.programId}@example.com`;
		const person = await stage.desk.fillsOut(SAME_STEP, { email, firstName: 'Noa' });
		const link = stage.registrant(person)?.join_url;
		expect(link).toBeTruthy();
		const member = stage.desk.member(SAME_STEP, person);
		expect(member).toMatchObject({ statusName: 'Registered', webinarUrl: link });
		expect(member.fields[REASON_FIELD] ?? '').toBe('');
		expect(stage.desk.mailsOf(person).at(-1)).toBe(linkMail(link));
		expect(stage.desk.lastResult(person)).toMatchObject({ success: true, joinUrl: link });
	});

	test('keeps the status where it is higher, does not look fine, and has the link', async () => {
		const email = `nameless${HIGHER_STEP.programId}@example.com`;
		const person = await stage.desk.fillsOut(HIGHER_STEP, { email, firstName: 'Noa' });
		const link = stage.registrant(person, stage.otherWebinar)?.join_url;
		expect(link).toBeTruthy();
		expect(stage.desk.member(HIGHER_STEP, person)).toMatchObject({
			statusName: 'Registration Error',
			webinarUrl: link,
		});
		expect(stage.desk.mailsOf(person).at(-1)).toBe(linkMail(link));
		expect(JSON.stringify(stage.desk.lastResult(person))).toMatch(/Registration Error/);
	});
});

function webinarOf(place: Place): ZoomWebinarState {
	return place === SAME_STEP ? stage.webinar : stage.otherWebinar;
}
