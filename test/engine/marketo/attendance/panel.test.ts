import type { INodePropertyOptions } from 'n8n-workflow';

import { attendeesOf, zoomNode } from '../../zoom/support/zoom';
import { panelOf } from '../../support/loneNode';
import { validatorOf } from '../../support/schema';
import { stage, type Stage } from '../../support/world';
import { outcomes, sync } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 200 });
});
afterAll(async () => await here.close());

/** What the editor calls when somebody opens the list. */
async function load(method: string): Promise<INodePropertyOptions[]> {
	const { methods, context } = await panelOf(
		{
			type: 'marketoProgram',
			credentials: here.marketo,
			parameters: { resource: 'attendance', operation: 'sync' },
		},
		'parameters.options',
	);
	return await methods.loadOptions[method]!.call(context);
}

test('the list of activity types offers our own one before it is there, and no drafts', async () => {
	const { customActivityTypes } = here.sandbox.marketo;
	const type = (id: number, name: string, status: 'draft' | 'approved') => ({
		...{
			id,
			name,
			apiName: `api${id}`,
			status,
			triggerName: 't',
			filterName: 'f',
			description: '',
		},
		...{ primaryAttribute: { apiName: 'p', name: 'P', description: '' }, attributes: [] },
		approvedAttributes: null,
		createdAt: '2026-01-01T00:00:00Z',
		updatedAt: '2026-01-01T00:00:00Z',
	});
	customActivityTypes.push(
		type(100_201, 'Visits Booth', 'approved'),
		type(100_202, 'Attends Booth', 'approved'),
		type(100_203, 'Not Yet', 'draft'),
	);
	expect((await load('getActivityTypes')).map(({ name }) => name)).toEqual([
		'Webinar Interaction',
		'Attends Booth',
		'Visits Booth',
	]);
	customActivityTypes.length = 0;
});

test('what comes out is what the schema says', async () => {
	const { webinarId } = here.story.main;
	const options = { includeTexts: true, minimumAttendance: 60 };
	const peopleToReturn = ['attended', 'noShow', 'attendedOnDemand'];
	const { outputs } = await zoomNode(here, attendeesOf(webinarId, { peopleToReturn, options }));
	const items = outputs[0]!.map(({ json }) => json);
	const result = await sync(here, items, { options: { engagement: 'activities' } });
	const validate = validatorOf('Marketo/__schema__/v1.0.0/attendance/sync.json');
	for (const { json } of result.outputs[0] ?? []) {
		validate(json);
		expect(validate.errors ?? []).toEqual([]);
	}
	const steps = new Set(outcomes(result).flatMap((outcome) => Object.keys(outcome.steps)));
	expect([...steps].sort()).toEqual(['activities', 'lead', 'memberData', 'status']);
});
