import { validatorOf } from '../../support/schema';
import { stage, type Stage } from '../../support/world';
import { add, contactIds, putEvent, recordingItem, transcriptItem } from './stage';

const FILE = 'HubSpot/__schema__/v1.0.0/recording/sync.json';

let here: Stage;
beforeAll(async () => {
	here = await stage({ registrants: 60 }, { participationDelayMs: 0 });
	putEvent(here, { attended: contactIds(here, 1) });
});
afterAll(async () => await here.close());

test('what comes out is what the schema says', async () => {
	const validate = validatorOf(FILE);
	const items = [recordingItem(here), transcriptItem(here, 'Ada: Hello')];
	const data = { data: Buffer.from('x').toString('base64'), mimeType: 'video/mp4' };
	const { outputs } = await add(here, items, { parameters: { as: 'file' }, binaries: [{ data }] });
	expect(outputs[0]).toHaveLength(2);
	const seen = new Set<string>();
	for (const { json } of outputs[0]!) {
		validate(json);
		expect(validate.errors ?? []).toEqual([]);
		const { steps } = json.outcome as { steps: object };
		for (const name of Object.keys(steps)) seen.add(name);
	}
	expect([...seen].sort()).toEqual(['association', 'call', 'event', 'file', 'transcript']);
});
