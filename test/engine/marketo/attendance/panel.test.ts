import { LoadOptionsContext } from 'n8n-core';
import { Workflow, type INodeParameters, type INodePropertyOptions } from 'n8n-workflow';

import { attendeesOf, zoomNode } from '../../zoom/support/zoom';
import { PACKAGE } from '../../support/nodeTypes';
import { additionalDataFor, packageTypes } from '../../support/runNode';
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
	const nodeTypes = await packageTypes();
	const type = `${PACKAGE}.marketoProgram`;
	const parameters: INodeParameters = { resource: 'attendance', operation: 'sync' };
	const credentials = { marketoRestOAuth2Api: { id: '1', name: 'Marketo' } };
	const node = {
		...{ id: '1', name: 'Node', typeVersion: 1, position: [0, 0] as [number, number] },
		...{ type, parameters, credentials },
	};
	const workflow = new Workflow({ active: false, nodeTypes, nodes: [node], connections: {} });
	const additionalData = additionalDataFor(nodeTypes, here.marketo, workflow);
	const context = new LoadOptionsContext(
		workflow,
		workflow.getNode('Node')!,
		additionalData,
		'parameters.options',
	);
	const { methods } = nodeTypes.getByNameAndVersion(type);
	return await methods!.loadOptions![method]!.call(context);
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
