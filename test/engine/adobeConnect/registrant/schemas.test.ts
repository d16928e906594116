import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { MEETING_ROOM, SPEAKER, UPCOMING_EVENT } from '../../../sandbox/adobeConnect/testing/ids';
import { validatorOf } from '../../support/schema';
import type { Stage } from '../../support/world';
import { byId, jsons, smallStage } from '../webinar/support';
import { add, addTo, known, newRoom, people, registrants } from './support';

let here: Stage;
beforeAll(async () => {
	here = await smallStage();
});
afterAll(async () => await here.close());

/** The schemas let people map fields before the first run, so they must say what really comes out. */
function check(resource: string, operation: string, items: IDataObject[]): void {
	const validate = validatorOf(`AdobeConnect/__schema__/v1.0.0/${resource}/${operation}.json`);
	expect(items.length).toBeGreaterThan(0);
	for (const item of items) {
		validate(item);
		expect(validate.errors ?? []).toEqual([]);
	}
}

/** What the operation adds to the item that it was given. */
const added = (items: IDataObject[]): IDataObject[] =>
	items.map(({ registrant, panelist, outcome }) => ({
		...(registrant ? { registrant } : {}),
		...(panelist ? { panelist } : {}),
		outcome,
	}));

async function run(
	resource: string,
	operation: string,
	parameters: INodeParameters,
	items: IDataObject[] = [{}],
): Promise<IDataObject[]> {
	return jsons(await registrants(here, operation, { resource, ...parameters }, { items }));
}

test('registrants come out as the schemas say', async () => {
	check('registrant', 'add', added(jsons(await add(here, newRoom(here).id, people(2)))));
	check(
		'registrant',
		'getAll',
		await run('registrant', 'getAll', {
			...addTo(UPCOMING_EVENT),
			status: 'all',
			returnAll: true,
			options: { includeAnswers: true },
		}),
	);
	const one = [{ registrant: 'wanda.waiting@example.com' }];
	const approve = { ...known(UPCOMING_EVENT), newStatus: 'approve' };
	check('registrant', 'updateStatus', added(await run('registrant', 'updateStatus', approve, one)));
	check(
		'registrant',
		'delete',
		added(await run('registrant', 'delete', known(UPCOMING_EVENT), one)),
	);
});

test('presenters come out as the schemas say', async () => {
	const webinar = byId(MEETING_ROOM);
	const invite = { webinar, email: SPEAKER.login, panelistName: 'Sam Speaker', options: {} };
	check('panelist', 'add', added(await run('panelist', 'add', invite)));
	check(
		'panelist',
		'getAll',
		await run('panelist', 'getAll', { webinar, returnAll: true, options: {} }),
	);
	const leave = { webinar, remove: 'one', panelist: SPEAKER.login, options: {} };
	check('panelist', 'remove', added(await run('panelist', 'remove', leave)));
});
