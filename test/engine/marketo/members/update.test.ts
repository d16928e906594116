import type { IDataObject } from 'n8n-workflow';

import { MARKETO_PROGRAMS } from '../../../story/marketoSettings';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { enrol, leadOf, marketo, memberOf, outcomes, writes, type MarketoRun } from '../support';

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

describe('Update Member', () => {
	const update = async (items: IDataObject[], value: IDataObject, run: MarketoRun = {}) =>
		outcomes(
			await marketo(here, 'member:update', items, {
				...run,
				parameters: {
					findBy: 'email',
					email: '={{ $json.email }}',
					memberFields: { mappingMode: 'defineBelow', value },
				},
			}),
		);

	it('writes links, codes and custom fields, and only what differs', async () => {
		enrol(here, ADA, 'Registered').registrationCode = 'code';
		const value = { webinarUrl: 'https://x', registrationCode: 'code', dietaryNeeds: 'none' };
		expect(await update([{ email: ADA }], value)).toMatchObject([
			{ result: 'synced', action: 'updated' },
		]);
		const [call] = here.sandbox.books.writes('marketo');
		expect(call?.request).toEqual({
			input: [{ leadId: leadOf(here, ADA).id, webinarUrl: 'https://x', dietaryNeeds: 'none' }],
		});
		expect(await update([{ email: ADA }], value)).toMatchObject([{ result: 'unchanged' }]);
		expect(writes(here)).toHaveLength(1);
	});

	it('says who is no member, and creates nobody', async () => {
		enrol(here, ADA, 'Registered', MARKETO_PROGRAMS.main);
		const told = await update([{ email: ADA }, { email: BOB }], { webinarUrl: 'https://x' });
		expect(told).toMatchObject([
			{ result: 'failed', reason: 'notAMember' },
			{ result: 'failed', reason: 'leadNotFound' },
		]);
		expect(writes(here)).toEqual([]);
	});

	it('leaves fields alone without a value, or empties them by option', async () => {
		enrol(here, ADA, 'Registered').webinarUrl = 'https://old';
		const value = { webinarUrl: '' };
		expect(await update([{ email: ADA }], value)).toMatchObject([{ result: 'unchanged' }]);
		expect(memberOf(here, ADA)?.webinarUrl).toBe('https://old');
		const options = { emptyFields: 'clear' };
		expect(await update([{ email: ADA }], value, { options })).toMatchObject([
			{ result: 'synced' },
		]);
		expect(memberOf(here, ADA)?.webinarUrl).toBeNull();
	});

	it('does not cut a link that is too long, but says so', async () => {
		enrol(here, ADA, 'Registered');
		const value = { webinarUrl: `https://x/${'y'.repeat(2000)}`, registrationCode: 'code' };
		const [told] = await update([{ email: ADA }], value);
		expect(told?.message).toContain('Webinar URL takes at most 2000 characters');
		expect(memberOf(here, ADA)).toMatchObject({ webinarUrl: null, registrationCode: 'code' });
	});
});
