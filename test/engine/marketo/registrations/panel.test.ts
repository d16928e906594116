import { MARKETO_PROGRAMS } from '../../../story/marketoSettings';
import { panelOf } from '../../support/loneNode';
import { stage, type Stage } from '../../support/world';
import { byId } from '../support';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 10 });
});
afterAll(async () => await here.close());

/** What the editor calls when somebody opens a field of *Sync Registrations*. */
async function panel(program = byId(MARKETO_PROGRAMS.main)) {
	const parameters = { resource: 'registration', operation: 'sync', program };
	return await panelOf(
		{ type: 'marketoProgram', credentials: here.marketo, parameters },
		'parameters.x',
	);
}

async function fields(method: string, program = byId(MARKETO_PROGRAMS.main)) {
	const { methods, context } = await panel(program);
	return (await methods.resourceMapping![method]!.call(context)).fields;
}

describe('Choose Each Status', () => {
	it('is prefilled from the channel of the program, and offers its statuses', async () => {
		const kinds = await fields('getRegistrationStatuses');
		expect(kinds.map(({ id, defaultValue }) => [id, defaultValue])).toEqual([
			['registered', 'Registered'],
			['pending', 'Pending Approval'],
			['waitListed', 'Waitlisted'],
			['rejected', 'Rejected'],
			['cancelled', undefined],
			['registrationError', 'Registration Error'],
		]);
		const [registered] = kinds;
		expect(registered?.type).toBe('options');
		const offered = registered?.options?.map(({ value }) => value);
		expect(offered).toContain('Attended');
		expect(offered).not.toContain('Not in Program');
	});

	it('of the attendance has its own kinds', async () => {
		const kinds = await fields('getAttendanceStatuses');
		expect(kinds.map(({ defaultValue }) => defaultValue)).toEqual([
			'Attended',
			'No Show',
			'Attended On-demand',
		]);
	});

	it('is typed where the program is known only when the workflow runs', async () => {
		const value = '={{ $json.webinar.webinarId }}';
		const kinds = await fields('getRegistrationStatuses', { __rl: true, mode: 'webinar', value });
		expect(new Set(kinds.map(({ type }) => type))).toEqual(new Set(['string']));
	});
});

describe('the fields that can be mapped', () => {
	it('of people are those that can be written, without the address', async () => {
		const ids = (await fields('getLeadFields')).map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['firstName', 'company', 'favouriteColour']));
		expect(ids).not.toContain('email');
		expect(ids).not.toContain('createdAt');
	});

	it('of members are the custom ones, and with the standard ones where those are asked for', async () => {
		expect((await fields('getMemberFields')).map(({ id }) => id)).toEqual(['dietaryNeeds']);
		expect((await fields('getAllMemberFields')).map(({ id, removed }) => [id, removed])).toEqual([
			['webinarUrl', false],
			['registrationCode', false],
			['dietaryNeeds', true],
		]);
	});

	it('for a reason are texts', async () => {
		const { memberFields } = here.sandbox.marketo.world;
		memberFields.seats = { displayName: 'Seats', dataType: 'integer' };
		const { methods, context } = await panel();
		const options = await methods.loadOptions!.getTextMemberFields!.call(context);
		expect(options.map(({ value }) => value)).toEqual(['dietaryNeeds']);
		delete memberFields.seats;
	});
});
