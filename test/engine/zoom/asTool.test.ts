import { SupplyDataContext, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	type IDataObject,
	type INodeExecutionData,
	type INodeParameters,
} from 'n8n-workflow';

import { expectedAttendees } from '../../truth';
import { loneNode } from '../support/loneNode';
import { stage, type Stage } from '../support/world';
import { attendeesOf, byId } from './support/zoom';

const ITEMS: INodeExecutionData[] = [{ json: {} }];

/** An agent that calls its tools itself: n8n hands the node a context of the connection's type. */
async function calledByAgent(on: Stage, parameters: INodeParameters): Promise<IDataObject[][]> {
	const { workflow, node, nodeType, additionalData } = await loneNode({
		type: 'zoomWebinar',
		credentials: on.zoom,
		parameters,
	});
	const data = { [NodeConnectionTypes.AiTool]: [ITEMS] };
	const context = new SupplyDataContext(
		workflow,
		node,
		additionalData,
		'manual',
		createRunExecutionData(),
		0,
		ITEMS,
		data,
		NodeConnectionTypes.AiTool,
		{ node, data, source: null },
		[],
	);
	const outputs: INodeExecutionData[][] = await Reflect.apply(nodeType.execute!, context, []);
	return outputs.map((items) => items.map(({ json }) => json));
}

/** An agent that has n8n's engine run its tools: an ordinary context, and a mark on the node. */
async function runByEngine(on: Stage, parameters: INodeParameters): Promise<IDataObject[][]> {
	const { workflow, node, additionalData } = await loneNode({
		type: 'zoomWebinar',
		credentials: on.zoom,
		parameters,
		// What n8n sets on a node that an agent asked for, and on a tool run alone in the editor.
		changes: { rewireOutputLogTo: NodeConnectionTypes.AiTool },
	});
	const executionData = createRunExecutionData({
		executionData: {
			nodeExecutionStack: [{ node, data: { main: [ITEMS] }, source: null }],
		},
	});
	const run = await new WorkflowExecute(
		additionalData,
		'manual',
		executionData,
	).processRunExecutionData(workflow);
	const result = run.data.resultData.runData.Node?.[0];
	return (result?.data?.[NodeConnectionTypes.AiTool] ?? []).map((items) =>
		(items ?? []).map(({ json }) => json),
	);
}

describe.each([
	['called by the agent', calledByAgent],
	['run by the engine for the agent', runByEngine],
])('as a tool, %s', (_, call) => {
	let here: Stage;
	beforeAll(async () => {
		here = await stage();
	});
	afterAll(async () => await here.close());

	test('Get attendees gives figures of everybody and the first 20 people, on output 0', async () => {
		const { main } = here.story;
		const outputs = await call(here, attendeesOf(main.webinarId));
		const expected = expectedAttendees(main);
		const attended = expected.filter((person) => person.attendanceStatus === 'attended');
		const percents = attended.map(({ attendedPercent }) => attendedPercent);
		const average = percents.reduce((sum, percent) => sum + percent, 0) / percents.length;
		expect(outputs[0]).toHaveLength(1);
		expect(outputs.slice(1).flat()).toEqual([]);
		const summary = outputs[0]![0]!;
		expect(summary).toMatchObject({
			attended: attended.length,
			noShows: expected.length - attended.length,
			averageAttendedPercent: Math.round(average * 10) / 10,
			peopleNotShown: expected.length - 20,
		});
		expect(summary.people).toHaveLength(20);
		expect(JSON.stringify(summary).length).toBeLessThan(6000);
		const addresses = new Set(expected.map(({ email }) => email));
		for (const person of summary.people as Array<{ email: string }>) {
			expect(addresses).toContain(person.email);
		}
	});

	test('a session nobody came to has an average of 0 and says why', async () => {
		const [[summary] = []] = await call(here, attendeesOf(here.story.nobody.webinarId));
		expect(summary).toMatchObject({
			attended: 0,
			averageAttendedPercent: 0,
			reason: 'nobodyAttended',
		});
	});

	test('Not Ready comes out on output 0 too, because an agent sees nothing else', async () => {
		const late = await stage({ reportDelayMinutes: 30 });
		const outputs = await call(late, attendeesOf(late.story.main.webinarId));
		expect(outputs[0]).toEqual([expect.objectContaining({ reason: 'reportNotReady' })]);
		expect(outputs.slice(1).flat()).toEqual([]);
		await late.close();
	});

	test('the other operations give what they always give', async () => {
		const { main } = here.story;
		const [items] = await call(here, {
			resource: 'webinar',
			operation: 'get',
			webinar: byId(main.webinarId),
		});
		expect(items).toEqual([expect.objectContaining({ sessionId: main.sessionUuid })]);
	});
});
