import type { IDataObject } from 'n8n-workflow';

import { MARKETO_PROGRAMS } from '../../../story/marketoSettings';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { byId, enrol, leadOf, marketo } from '../support';

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

describe('Get Many Members', () => {
	const list = async (parameters: IDataObject = {}, options: IDataObject = {}) =>
		await marketo(here, 'member:getAll', [{}], {
			parameters: { returnAll: true, ...parameters },
			options,
		});

	beforeEach(() => {
		enrol(here, ADA, 'Registered').webinarUrl = 'https://x';
		enrol(here, BOB, 'Attended').fields = { dietaryNeeds: 'none' };
	});

	it('lists everybody with the address of the person', async () => {
		const { outputs } = await list({}, { memberFields: ['dietaryNeeds'] });
		expect(outputs[0]?.map(({ json }) => json)).toEqual([
			{
				leadId: leadOf(here, ADA).id,
				email: ADA,
				firstName: 'Ada',
				lastName: null,
				programId: MARKETO_PROGRAMS.earlier,
				programName: here.sandbox.marketo.programs.get(MARKETO_PROGRAMS.earlier)?.name,
				status: 'Registered',
				webinarUrl: 'https://x',
				registrationCode: '',
				reachedSuccess: false,
				membershipDate: '2026-01-01T00:00:00Z',
				dietaryNeeds: null,
			},
			expect.objectContaining({ email: BOB, status: 'Attended', dietaryNeeds: 'none' }),
		]);
	});

	it('filters by status, and asks nothing about the people where no field is wanted', async () => {
		here.sandbox.books.clear();
		const { outputs } = await list({ statusNames: ['Attended'] }, { leadFields: [] });
		expect(outputs[0]?.map(({ json }) => json.status)).toEqual(['Attended']);
		const paths = here.sandbox.books.calls('marketo').map(({ path }) => path);
		expect(paths.filter((path) => path.endsWith('/leads.json'))).toEqual([]);
	});

	it('stops at the limit', async () => {
		const { outputs } = await list({ returnAll: false, limit: 1 });
		expect(outputs[0]).toHaveLength(1);
	});

	it('returns the rows as Marketo has them', async () => {
		const { outputs } = await list({ simple: false });
		expect(outputs[0]?.[0]?.json).toMatchObject({
			statusName: 'Registered',
			lead: { email: ADA },
		});
	});

	it('says what a program of too many members means', async () => {
		here.sandbox.marketo.world.memberLimit = 1;
		const { error } = await list();
		expect(error?.message).toContain('more than 100,000 members');
		expect(error?.description).toContain('Bulk');
	});

	it('says which program there is not', async () => {
		const { error } = await list({ program: byId(77) });
		expect(error?.message).toBe('Marketo has no program 77');
	});
});
