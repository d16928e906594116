import { adobeIds } from '../../../story';
import { validatorOf } from '../../support/schema';
import { stage } from '../../support/world';
import { EVERYBODY, getAttendees, people } from './support';

/** The schema lets people map fields before the first run, so it must say what really comes out. */
test('every item is as the output schema says', async () => {
	const here = await stage();
	const validate = validatorOf('AdobeConnect/__schema__/v1.0.0/attendee/get.json');
	const { main, earlier, noRegistration, nobody } = here.story;
	for (const id of [
		adobeIds(main, 'event').webinarId,
		adobeIds(earlier, 'seminar').webinarId,
		adobeIds(noRegistration, 'meeting').webinarId,
		adobeIds(nobody, 'event').webinarId,
	]) {
		const options = { includeTexts: true };
		const run = await getAttendees(here, id, { peopleToReturn: EVERYBODY, options });
		const items = people(run);
		expect(items.length).toBeGreaterThan(0);
		for (const item of items) {
			validate(item);
			expect(validate.errors ?? []).toEqual([]);
		}
	}
	await here.close();
});
