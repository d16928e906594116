import type { IDataObject } from 'n8n-workflow';

import { MARKETO_PROGRAMS } from '../../../story/marketoSettings';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { byId, enrol, memberOf, outcomes, summaries } from '../support';
import { linkOf, register, rowOf } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const ADA = 'ada@example.com';

function channel() {
	const found = here.sandbox.marketo.world.channels.find(({ name }) => name === 'Webinar');
	if (found === undefined) throw new Error('The story has no channel Webinar');
	return found;
}

describe('a registration', () => {
	it.each<[string, string, string, string | null]>([
		['approved', 'Registered', 'registered', null],
		['pending', 'Pending Approval', 'pending', 'pendingApproval'],
		['waitListed', 'Waitlisted', 'waitListed', null],
		['denied', 'Rejected', 'rejected', 'previouslyDenied'],
	])('that is %s becomes %s', async (status, name, action, reason) => {
		enrol(here, ADA, 'Invited');
		const [told] = outcomes(await register(here, [rowOf('ada', { status })]));
		expect(told).toMatchObject({ result: 'synced', action, reason });
		expect(memberOf(here, ADA)?.statusName).toBe(name);
	});

	it('that is cancelled becomes Cancelled where the channel has that', async () => {
		enrol(here, ADA, 'Registered');
		channel().progressionStatuses.push({
			name: 'Canceled',
			step: 60,
			hidden: false,
			success: false,
		});
		const [told] = outcomes(await register(here, [rowOf('ada', { status: 'cancelled' })]));
		expect(told).toMatchObject({ result: 'synced', action: 'cancelled' });
		expect(memberOf(here, ADA)?.statusName).toBe('Canceled');
	});

	it('that is cancelled is left as it is where the channel has no such status, and says so', async () => {
		enrol(here, ADA, 'Registered');
		const [told] = outcomes(await register(here, [rowOf('ada', { status: 'cancelled' })]));
		expect(told).toMatchObject({ result: 'skipped', reason: 'unknownStatus' });
		expect(told?.message).toContain('has no status for Cancelled');
		expect(told?.message).toContain('Pending Approval');
		expect(memberOf(here, ADA)?.statusName).toBe('Registered');
	});

	it('never moves somebody back who attended already', async () => {
		enrol(here, ADA, 'Attended');
		const [told] = outcomes(await register(here, [rowOf('ada')]));
		expect(told).toMatchObject({ result: 'skipped', reason: 'statusWouldMoveBack' });
		expect(memberOf(here, ADA)).toMatchObject({
			statusName: 'Attended',
			webinarUrl: linkOf('ada'),
		});
	});

	it('of a status that the channel does not know any more is left to Marketo', async () => {
		enrol(here, ADA, 'Registered in 2019');
		const [told] = outcomes(await register(here, [rowOf('ada')]));
		expect(told).toMatchObject({ result: 'synced', action: 'registered' });
	});
});

describe('statuses that are chosen one by one', () => {
	const chosen = (value: IDataObject) => ({
		parameters: { statuses: 'manual', statusFields: { mappingMode: 'defineBelow', value } },
	});

	it('are given', async () => {
		channel().progressionStatuses.push({
			name: 'Angemeldet',
			step: 30,
			hidden: false,
			success: false,
		});
		await register(here, [rowOf('ada')], chosen({ registered: 'Angemeldet' }));
		expect(memberOf(here, ADA)?.statusName).toBe('Angemeldet');
	});

	it('that the channel does not have are told with those that it has', async () => {
		const [told] = outcomes(
			await register(here, [rowOf('ada')], chosen({ registered: 'Angemeldet' })),
		);
		expect(told).toMatchObject({ result: 'failed', reason: 'unknownStatus' });
		expect(told?.message).toContain('Invited, Pending Approval, Waitlisted, Rejected, Registered');
	});
});

describe('programs', () => {
	it('of a channel without the statuses of a webinar fail with that reason', async () => {
		const program = byId(MARKETO_PROGRAMS.classic);
		const [told] = outcomes(await register(here, [rowOf('ada')], { parameters: { program } }));
		expect(told).toMatchObject({ result: 'failed', reason: 'wrongChannel' });
	});

	it('that Marketo does not have fail with that reason', async () => {
		const [told] = outcomes(
			await register(here, [rowOf('ada')], { parameters: { program: byId(77) } }),
		);
		expect(told).toMatchObject({ result: 'failed', reason: 'programNotFound' });
	});

	it('may differ from item to item', async () => {
		const program = { __rl: true, mode: 'id', value: '={{ $json.program }}' };
		const items = [
			rowOf('ada', { program: 1208 }),
			rowOf('ada', { program: 1209 }),
			rowOf('bob', { program: 1209 }),
		];
		const result = await register(here, items, { parameters: { program } });
		expect(outcomes(result).map(({ result: one }) => one)).toEqual(['synced', 'synced', 'synced']);
		expect(memberOf(here, ADA, 1209)?.statusName).toBe('Registered');
		expect(summaries(result)).toMatchObject([
			{ program: { programId: 1208 }, people: 1 },
			{ program: { programId: 1209 }, people: 2 },
		]);
		expect(here.sandbox.marketo.leadsByEmail(ADA)).toHaveLength(1);
	});

	it('are found by the webinar that they are connected to', async () => {
		const text = (value: string) => ({ type: 'text', value });
		here.sandbox.marketo.programs.get(MARKETO_PROGRAMS.otherSteps)!.tokens = {
			'Webinar ID': text('95263712340'),
			'Webinar Program ID': text(String(MARKETO_PROGRAMS.otherSteps)),
		};
		const value = '={{ $json.webinar?.webinarId ?? $json.webinarId }}';
		const program = { __rl: true, mode: 'webinar', value };
		const [told] = outcomes(await register(here, [rowOf('ada')], { parameters: { program } }));
		expect(told).toMatchObject({ result: 'synced' });
		expect(memberOf(here, ADA, MARKETO_PROGRAMS.otherSteps)?.statusName).toBe('Registered');
	});
});

describe('news of the same person', () => {
	it('count once, the latest', async () => {
		const news = (status: string, eventTime: string) => ({
			event: `webinar.registration_${status}`,
			eventTime,
			webinar: { provider: 'zoom', webinarId: '95263712340', topic: 'Topic' },
			registrant: rowOf('ada', { status }),
		});
		const told = outcomes(
			await register(here, [
				news('approved', '2026-10-02T10:00:00Z'),
				news('denied', '2026-10-03T10:00:00Z'),
			]),
		);
		expect(told).toMatchObject([{ result: 'skipped', reason: 'duplicate' }, { action: 'created' }]);
		expect(memberOf(here, ADA)?.statusName).toBe('Rejected');
	});
});

describe('a list from elsewhere', () => {
	it('is mapped field by field', async () => {
		const value = {
			email: '={{ $json.mail }}',
			firstName: '={{ $json.name }}',
			status: 'waitListed',
		};
		const parameters = {
			mapData: 'manual',
			fields: { mappingMode: 'defineBelow', value },
		};
		const result = await register(here, [{ mail: ADA, name: 'Ada' }], { parameters });
		expect(outcomes(result)[0]).toMatchObject({ result: 'synced' });
		expect(memberOf(here, ADA)?.statusName).toBe('Waitlisted');
	});
});

describe('a preview', () => {
	it('reads only, and says what would be', async () => {
		enrol(here, ADA, 'Invited');
		const result = await register(here, [rowOf('ada'), rowOf('bob')], {
			parameters: { preview: true },
		});
		expect(outcomes(result)).toMatchObject([
			{ result: 'synced', action: 'registered', preview: true },
			{ result: 'synced', action: 'created', preview: true, recordId: '' },
		]);
		expect(outcomes(result)[0]?.message).toContain('Would write');
		expect(here.sandbox.books.writes('marketo')).toEqual([]);
	});
});
