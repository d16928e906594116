import type { Reason } from '../../../../nodes/shared/model/reasons';
import { MARKETO_PROGRAMS } from '../../../story/marketoSettings';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { byId, enrol, memberOf, outcomes, writes } from '../support';
import { GENERAL, linkOf, refusedOf, register, rowOf } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
	here.sandbox.marketo.world.memberFields.whyNot = { displayName: 'Why Not', dataType: 'string' };
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const REASON = { options: { reasonField: 'whyNot' } };
const ADA = 'ada@example.com';

const other = { parameters: { program: byId(MARKETO_PROGRAMS.otherSteps) }, ...REASON };

describe('somebody whom the platform refused for good', () => {
	it.each<Reason>([
		'missingFirstName',
		'requiredQuestionMissing',
		'vendorRejected',
		'registrationClosed',
		'webinarFull',
		'licenceUsedUp',
		'previouslyDenied',
		'panelistCannotRegister',
	])('%s: ends as Registration Error with the words in the reason field', async (reason) => {
		const [told] = outcomes(await register(here, [refusedOf('ada', reason)], REASON));
		expect(told).toMatchObject({ result: 'failed', reason, repair: `Mend ${reason}` });
		expect(told?.message).toContain(`Words about ${reason}`);
		expect(told?.steps).toMatchObject({
			lead: { result: 'synced' },
			status: { result: 'synced', message: 'Registration Error' },
			memberData: { result: 'synced' },
		});
		expect(memberOf(here, ADA)).toMatchObject({
			statusName: 'Registration Error',
			webinarUrl: null,
			fields: { whyNot: `Words about ${reason}` },
		});
	});

	it('is not written again by a second run, which says the same', async () => {
		await register(here, [refusedOf('ada', 'webinarFull')], REASON);
		here.sandbox.books.clear();
		const [told] = outcomes(await register(here, [refusedOf('ada', 'webinarFull')], REASON));
		expect(told).toMatchObject({ result: 'failed', reason: 'webinarFull' });
		expect(writes(here)).toEqual(['/rest/v1/leads.json']);
	});
});

describe('somebody of whom nothing is certain', () => {
	it.each<[Reason, 'deferred' | 'failed']>([
		['dailyLimit', 'deferred'],
		['temporarilyUnavailable', 'deferred'],
		['uncertain', 'failed'],
		['permissionMissing', 'failed'],
	])('%s: is left as they are', async (reason, result) => {
		const retryAt = result === 'deferred' ? '2026-12-01T06:00:00Z' : null;
		const item = refusedOf('ada', reason, { outcome: { result, retryAt } });
		const [told] = outcomes(await register(here, [item], REASON));
		expect(told).toMatchObject({ result, reason, retryAt, steps: {} });
		expect(writes(here)).toEqual([]);
	});
});

describe('an item without a first name that nobody has registered', () => {
	it('ends as Registration Error', async () => {
		const item = { email: ADA, lastName: 'Lovelace', webinarId: '95263712340' };
		const [told] = outcomes(await register(here, [item], REASON));
		expect(told).toMatchObject({ result: 'failed', reason: 'missingFirstName' });
		expect(memberOf(here, ADA)).toMatchObject({
			statusName: 'Registration Error',
			fields: { whyNot: 'The platform needs a first name' },
		});
	});

	it('is no error where the platform has registered the person nevertheless', async () => {
		const [told] = outcomes(await register(here, [rowOf('ada', { firstName: '' })], REASON));
		expect(told).toMatchObject({ result: 'synced' });
	});
});

describe('somebody who is repaired', () => {
	it('is Registered again on the same step, and the reason is emptied', async () => {
		await register(here, [refusedOf('ada', 'missingFirstName')], REASON);
		const [told] = outcomes(await register(here, [rowOf('ada')], REASON));
		expect(told).toMatchObject({ result: 'synced', action: 'registered', reason: null });
		expect(memberOf(here, ADA)).toMatchObject({
			statusName: 'Registered',
			webinarUrl: linkOf('ada'),
		});
		expect(memberOf(here, ADA)?.fields).toEqual({});
	});

	it('stays on Registration Error of a higher step, with the link written and the reason kept', async () => {
		await register(here, [refusedOf('ada', 'missingFirstName')], other);
		const [told] = outcomes(await register(here, [rowOf('ada')], other));
		expect(told).toMatchObject({
			result: 'failed',
			reason: 'statusWouldMoveBack',
			steps: { status: { result: 'failed' }, memberData: { result: 'synced' } },
		});
		expect(told?.message).toContain('Registration Error (step 35)');
		expect(memberOf(here, ADA, MARKETO_PROGRAMS.otherSteps)).toMatchObject({
			statusName: 'Registration Error',
			webinarUrl: linkOf('ada'),
			fields: { whyNot: 'Words about missingFirstName' },
		});
		here.sandbox.books.clear();
		const [again] = outcomes(await register(here, [rowOf('ada')], other));
		expect(again).toMatchObject({ result: 'failed', reason: 'statusWouldMoveBack' });
		expect(writes(here)).toEqual(['/rest/v1/leads.json']);
	});

	it.each([MARKETO_PROGRAMS.earlier, MARKETO_PROGRAMS.otherSteps])(
		'moves from Registered to Registration Error in program %s',
		async (programId) => {
			enrol(here, ADA, 'Registered', programId);
			const run = { parameters: { program: byId(programId) } };
			await register(here, [refusedOf('ada', 'webinarFull')], run);
			expect(memberOf(here, ADA, programId)?.statusName).toBe('Registration Error');
		},
	);
});

describe('a webinar without registration', () => {
	it('gives everybody its general link and the status Registered', async () => {
		const [told] = outcomes(await register(here, [refusedOf('ada', 'registrationNotEnabled')]));
		expect(told).toMatchObject({ result: 'synced', reason: null });
		expect(memberOf(here, ADA)).toMatchObject({ statusName: 'Registered', webinarUrl: GENERAL });
	});

	it('takes the link of the program where the item has none', async () => {
		const program = here.sandbox.marketo.programs.get(MARKETO_PROGRAMS.earlier);
		const text = (value: string) => ({ type: 'text', value });
		program!.tokens = {
			'Webinar ID': text('95263712340'),
			'Webinar Program ID': text(String(MARKETO_PROGRAMS.earlier)),
			'Webinar Join URL': text('https://zoom.example/j/token'),
		};
		const item = { ...refusedOf('ada', 'registrationNotEnabled'), webinar: {} };
		await register(here, [item]);
		expect(memberOf(here, ADA)?.webinarUrl).toBe('https://zoom.example/j/token');
	});
});
