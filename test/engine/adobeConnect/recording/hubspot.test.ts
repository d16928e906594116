import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import { ACCOUNT, EVENT, EVENT_ASSET, EVENT_ROOM } from '../../../sandbox/adobeConnect/testing/ids';
import { add, contactIds, only, putEvent } from '../../hubspot/recordings/stage';
import type { Stage } from '../../support/world';
import { record, video } from '../../zoom/recording/files';
import { Flow as ZoomFlow, syncOf as zoomSyncOf } from '../../zoom/recording/sync';
import { itemsOf, recordings, smallStage, sync, told } from './sync';

let here: Stage;
beforeEach(async () => {
	here = await smallStage();
});
afterEach(async () => await here.close());

/** *Add recordings to CRM* with the items as they came. */
async function toHubSpot(items: INodeExecutionData[] | undefined): Promise<IDataObject[]> {
	const { outputs, error } = await add(
		here,
		(items ?? []).map(({ json }) => json),
		{ parameters: { transcript: 'none' } },
	);
	expect(error).toBeNull();
	return outputs[0]!.map(({ json }) => json.outcome as IDataObject);
}

test('recordings go into HubSpot as they come: one call of all attendees with their links, once', async () => {
	const attended = contactIds(here, 2);
	putEvent(here, { attended }, { externalAccountId: ACCOUNT, externalEventId: EVENT });
	const { outputs } = await sync(here);
	const first = await toHubSpot(outputs[0]);
	expect(first.map(({ result }) => result)).toEqual(['synced', 'synced']);
	const call = only(here.sandbox.hubspot.calls);
	expect([...call.contacts.keys()].sort()).toEqual([...attended].sort());
	const body = call.properties.hs_call_body!;
	for (const { recording } of itemsOf(outputs[0])) expect(body).toContain(recording!.url);
	expect(body).toContain(`Webinar ${EVENT}, session ${EVENT_ASSET}`);
	const again = await toHubSpot((await sync(here)).outputs[0]);
	expect(again.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
	only(here.sandbox.hubspot.calls);
});

test('a run without a recording is passed on with its own reason', async () => {
	recordings(here, EVENT_ROOM).length = 0;
	const [outcome] = await toHubSpot((await sync(here)).outputs[0]);
	expect(outcome).toMatchObject({ result: 'deferred', reason: 'recordingProcessing' });
	expect(here.sandbox.hubspot.calls.size).toBe(0);
});

test('Zoom and Adobe Connect give items of the same shape', async () => {
	record(here, here.story.main, [video('v')]);
	const zoom = await new ZoomFlow(here, zoomSyncOf(here, { files: ['video'] })).run();
	const adobe = await sync(here, { files: ['archive'] });
	expect(told(zoom.items)).toEqual(['v']);
	const [a] = itemsOf(adobe.outputs[0]);
	const [z] = itemsOf(zoom.items);
	expect(Object.keys(a!.outcome)).toEqual(Object.keys(z!.outcome));
	expect(Object.keys(a!.recording!)).toEqual([...Object.keys(z!.recording!), 'views']);
	const known = Object.keys(a!.webinar).filter((key) => key !== 'kind');
	expect(known.sort()).toEqual(Object.keys(z!.webinar).sort());
});
