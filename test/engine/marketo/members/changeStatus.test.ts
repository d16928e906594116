import type { IDataObject } from 'n8n-workflow';

import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { enrol, marketo, memberOf, outcomes, writes, type MarketoRun } from '../support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const ADA = 'ada@example.com';
const BOB = 'bob@example.com';

async function change(items: IDataObject[], parameters: IDataObject = {}, run: MarketoRun = {}) {
	return outcomes(
		await marketo(here, 'member:changeStatus', items, {
			...run,
			parameters: {
				newStatus: 'Registered',
				findBy: 'email',
				email: '={{ $json.email }}',
				...parameters,
			},
		}),
	);
}

describe('Change Program Status', () => {
	it('makes members of people by address, and creates those whom Marketo does not have', async () => {
		enrol(here, ADA, 'Invited');
		const told = await change([{ email: ADA }, { email: BOB }]);
		expect(told).toMatchObject([
			{ result: 'synced', action: 'updated' },
			{ result: 'synced', action: 'created' },
		]);
		expect(memberOf(here, ADA)?.statusName).toBe('Registered');
		expect(memberOf(here, BOB)?.statusName).toBe('Registered');
	});

	it('takes lead IDs, and asks nothing about the people then', async () => {
		const { leadId } = enrol(here, ADA, 'Invited');
		const told = await change([{ leadId }], { findBy: 'leadId', leadId: '={{ $json.leadId }}' });
		expect(told).toMatchObject([{ result: 'synced', recordId: String(leadId) }]);
		expect(writes(here)).toEqual([`/rest/v1/programs/1208/members/status.json`]);
	});

	it('says of a lead ID that nobody has, and of one that is none', async () => {
		const told = await change([{ leadId: 77 }, { leadId: 'x' }, {}], {
			findBy: 'leadId',
			leadId: '={{ $json.leadId ?? "" }}',
		});
		expect(told).toMatchObject([
			{ result: 'failed', reason: 'leadNotFound' },
			{ result: 'failed', message: 'Lead ID must be a number, not "x"' },
			{ result: 'failed', message: 'Lead ID is empty' },
		]);
	});

	it('leaves out whom Marketo does not have where nobody is to be created', async () => {
		enrol(here, ADA, 'Invited');
		const options = { createMissing: false };
		const told = await change([{ email: ADA }, { email: BOB }], {}, { options });
		expect(told).toMatchObject([
			{ result: 'synced' },
			{ result: 'failed', reason: 'leadNotFound' },
		]);
		expect(writes(here)).toEqual(['/rest/v1/programs/1208/members/status.json']);
	});

	it('writes nothing for those who have the status, and refuses to move back', async () => {
		enrol(here, ADA, 'Registered');
		enrol(here, BOB, 'Attended');
		const options = { createMissing: false };
		const told = await change([{ email: ADA }, { email: BOB }], {}, { options });
		expect(told).toMatchObject([
			{ result: 'unchanged', reason: null },
			{ result: 'skipped', reason: 'statusWouldMoveBack' },
		]);
		expect(writes(here)).toEqual([]);
	});

	it('takes another status for each item, one call per status', async () => {
		const status = '={{ $json.status }}';
		const told = await change(
			[
				{ email: ADA, status: 'registered' },
				{ email: BOB, status: 'No-Show' },
				{ email: 'eve@example.com', status: 'Nonsense' },
				{ email: 'joe@example.com', status: '' },
			],
			{ newStatus: status },
		);
		expect(told.map(({ reason }) => reason)).toEqual([
			null,
			null,
			'unknownStatus',
			'unknownStatus',
		]);
		expect(told[2]?.message).toContain('Invited');
		expect(memberOf(here, ADA)?.statusName).toBe('Registered');
		expect(memberOf(here, BOB)?.statusName).toBe('No Show');
		expect(writes(here).filter((path) => path.endsWith('status.json'))).toHaveLength(2);
	});

	it('says whose status the channel has lost since it was read', async () => {
		const answer = { kind: 'marketoError', code: '1025' } as const;
		here.sandbox.addFault({ vendor: 'marketo', match: /POST .*status/, fault: answer });
		const [told] = await change([{ email: ADA }]);
		expect(told).toMatchObject({ result: 'failed', reason: 'unknownStatus' });
		expect(told?.message).toContain('Registration Error');
	});

	it('previews', async () => {
		const [told] = await change([{ email: ADA }], { preview: true });
		expect(told).toMatchObject({ result: 'synced', preview: true });
		expect(writes(here)).toEqual([]);
	});
});
