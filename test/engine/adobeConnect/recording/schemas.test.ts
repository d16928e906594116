import { EVENT_MP4, UPCOMING_EVENT } from '../../../sandbox/adobeConnect/testing/ids';
import { closedSchema, validatorOf } from '../../support/schema';
import type { Stage } from '../../support/world';
import { byId, convert, getAll, recording, smallStage, sync } from './sync';

let here: Stage;
beforeAll(async () => {
	here = await smallStage();
	convert(recording(here, EVENT_MP4), 2);
});
afterAll(async () => await here.close());

test.each([
	['sync', async () => await sync(here, { options: { includeViews: true, makePublic: true } })],
	['sync', async () => await sync(here, { webinar: byId(UPCOMING_EVENT) })],
	['getAll', async () => await getAll(here, { options: { includeViews: true } })],
])('what %s gives is what its schema says, no more and no less', async (name, run) => {
	const { outputs, error } = await run();
	expect(error).toBeNull();
	expect(outputs[0]!.length).toBeGreaterThan(0);
	const file = `AdobeConnect/__schema__/v1.0.0/recording/${name}.json`;
	const properties = closedSchema(file).properties as Record<string, { properties: object }>;
	const validate = validatorOf(file);
	for (const { json } of outputs[0]!) {
		validate(json);
		expect(validate.errors ?? []).toEqual([]);
		for (const [key, value] of Object.entries(json)) {
			if (value === null) continue;
			expect(Object.keys(value as object).sort()).toEqual(
				Object.keys(properties[key]!.properties).sort(),
			);
		}
	}
});
