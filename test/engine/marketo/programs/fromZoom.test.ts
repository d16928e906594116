import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../../support/runNode';
import type { Stage } from '../../support/world';
import { newSeries, newWebinar } from '../../zoom/webinar/support';
import { expectBySpec } from '../specs';
import { byWebinar, connect, connectOne, getProgram, outcomesOf, small, tokensOf } from './support';

let here: Stage;
beforeEach(async () => {
	here = await small();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

/** What *Get* of Zoom Webinar returns. */
async function zoomWebinar(webinarId: number, occurrence = ''): Promise<IDataObject> {
	const { outputs, error } = await runNode({
		type: 'zoomWebinar',
		parameters: {
			...{ resource: 'webinar', operation: 'get', authentication: 'serverToServer' },
			webinar: { __rl: true, mode: 'id', value: String(webinarId) },
			occurrence: { __rl: true, mode: 'id', value: occurrence },
			simplify: true,
		} as INodeParameters,
		credentials: here.zoom,
	});
	if (error !== null) throw new Error(error.message);
	return outputs[0]![0]!.json;
}

it('a webinar that Zoom has planned goes to its program and back, as it is', async () => {
	const { id } = newWebinar(here);
	const webinar = await zoomWebinar(id);
	expect(outcomesOf(await connect(here, [webinar]))[0]).toMatchObject({ action: 'connected' });
	const program = byWebinar('={{ $json.webinarId }}');
	const [got] = (await getProgram(here, { program }, [webinar])).outputs[0] ?? [];
	const held = got?.json.webinar as IDataObject;
	for (const name of [
		...['provider', 'accountId', 'webinarId', 'occurrenceId', 'topic', 'timezone', 'joinUrl'],
		...['scheduledStartTime', 'scheduledEndTime', 'durationSeconds', 'registrationUrl'],
	]) {
		expect([name, held[name]]).toEqual([name, webinar[name]]);
	}
	expect(await connectOne(here, webinar)).toMatchObject({ result: 'unchanged' });
});

it('a webinar that ended is connected by its plan or by when it ran, and stays so', async () => {
	const webinar = await zoomWebinar(here.story.main.webinarId);
	expect(await connectOne(here, webinar)).toMatchObject({ action: 'connected' });
	expect(tokensOf(here)['Webinar Start']).toMatch(/^\d{4}-/);
	expect(await connectOne(here, webinar)).toMatchObject({ result: 'unchanged' });
});

it('a series is connected by a date or as a whole, and goes from a date to the whole by option', async () => {
	const { id, occurrences } = newSeries(here, 1);
	const date = String(occurrences?.[1]?.occurrence_id);
	const ofDate = await zoomWebinar(id, date);
	expect(await connectOne(here, ofDate)).toMatchObject({ action: 'connected' });
	expect(tokensOf(here)).toMatchObject({
		'Webinar ID': `${id}.${date}`,
		'Webinar Start': occurrences?.[1]?.start_time,
		'Webinar Duration': '60',
	});
	const series = await zoomWebinar(id);
	expect(await connectOne(here, series)).toMatchObject({ result: 'unchanged' });
	const options = { ifConnected: 'replace', dateOfSeries: 'series' };
	expect(await connectOne(here, series, { options })).toMatchObject({ action: 'connected' });
	expect(tokensOf(here)).toMatchObject({
		'Webinar ID': String(id),
		'Webinar Start': occurrences?.[0]?.start_time,
	});
	expect(await connectOne(here, series, { options })).toMatchObject({ result: 'unchanged' });
	expect(await connectOne(here, ofDate)).toMatchObject({ result: 'unchanged' });
});
