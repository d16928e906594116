import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PERSON_FIELDS } from '../../../nodes/shared/items/personFields';
import { packageTypes } from '../support/runNode';
import { stage, type Stage } from '../support/world';
import { outcomes, sync } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 10 }, { participationDelayMs: 0 });
});
afterEach(async () => await here.close());

/** As a spreadsheet gives it: text, with columns of its own names. */
const ROWS: IDataObject[] = [
	{
		Mail: 'Ada@Example.com',
		First: 'Ada',
		Came: 'attended',
		Seconds: '1800',
		Registered: '2026-10-01 09:00',
	},
	{ Mail: 'bob@example.com', First: 'Bob', Came: 'noShow', Seconds: '', Registered: '2026-10-02' },
	{ Mail: 'cyd@example.com', First: 'Cyd', Came: 'maybe', Seconds: '', Registered: '' },
	{ Mail: 'dan@example.com', First: 'Dan', Came: 'noShow', Seconds: '', Registered: 'last week' },
];

const MAPPED: Record<string, string> = {
	email: '={{ $json.Mail }}',
	firstName: '={{ $json.First }}',
	attendanceStatus: '={{ $json.Came }}',
	attendedSeconds: '={{ $json.Seconds }}',
	registeredAt: '={{ $json.Registered }}',
	webinarId: 'fair-2026',
	topic: 'From a list',
	startTime: '2026-10-10T10:00:00Z',
	endTime: '2026-10-10T11:00:00Z',
};

/** As the editor saves a resource mapper. */
function mapped(): INodeParameters {
	const schema = PERSON_FIELDS.map(({ id, displayName, required, options }) => ({
		id,
		displayName,
		required: required === true,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: false,
		type: options === undefined ? 'string' : 'options',
		...(options !== undefined && { options }),
	}));
	const fields: unknown = {
		mappingMode: 'defineBelow',
		value: MAPPED,
		matchingColumns: [],
		schema,
		attemptToConvertTypes: false,
		convertFieldsToString: false,
	};
	return { mapData: 'manual', fields: fields as INodeParameters };
}

describe('people from a list', () => {
	it('are written through the fields, and each bad row fails alone', async () => {
		const told = outcomes(await sync(here, ROWS, { parameters: mapped() }));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'synced', 'failed', 'failed']);
		expect(told[2]?.message).toMatch(/attendanceStatus|Attendance Status/);
		expect(told[3]?.message).toBe('Registered At is not a valid time');
		const ada = here.sandbox.hubspot.contactByEmail('ada@example.com');
		expect(ada?.properties).toMatchObject({
			firstname: 'Ada',
			n8n_webinar_registration_count: '1',
			n8n_webinar_last_attended_id: 'fair-2026',
			n8n_webinar_last_attended_percent: '50',
		});
		const [event] = here.sandbox.hubspot.events;
		expect(event).toMatchObject({ externalAccountId: 'webinar', externalEventId: 'fair-2026' });
		expect(event?.activities).toHaveLength(3);
	});

	it('again write nothing', async () => {
		const rows = ROWS.slice(0, 2);
		await sync(here, rows, { parameters: mapped() });
		here.sandbox.books.clear();
		const told = outcomes(await sync(here, rows, { parameters: mapped() }));
		expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged']);
		expect(here.sandbox.books.writes('hubspot')).toEqual([]);
	});

	it('have the fields that the node offers', async () => {
		const types = await packageTypes();
		const { methods } = types.getByNameAndVersion('n8n-nodes-webinars.hubSpotWebinar');
		expect(Object.keys(methods?.localResourceMapping ?? {})).toContain('getPersonFields');
	});
});
