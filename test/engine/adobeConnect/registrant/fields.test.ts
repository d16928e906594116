import type { INodeParameters, ResourceMapperFields } from 'n8n-workflow';

import {
	COMPANY_QUESTION,
	COUNTRY_QUESTION,
	MEETING_ROOM,
	NEWS_QUESTION,
	UPCOMING_EVENT,
} from '../../../sandbox/adobeConnect/testing/ids';
import { panelOf } from '../../support/loneNode';
import type { Stage } from '../../support/world';
import { byId, smallStage } from '../webinar/support';

let here: Stage;
beforeAll(async () => {
	here = await smallStage();
});
afterAll(async () => await here.close());

/** What the editor calls when somebody opens the node. */
async function fieldsFor(webinar: INodeParameters): Promise<ResourceMapperFields> {
	const parameters = { resource: 'registrant', operation: 'add', webinar };
	const { methods, context } = await panelOf(
		{ type: 'adobeConnect', credentials: here.adobeConnect, parameters },
		'parameters.fields',
	);
	return await methods.resourceMapping.getRegistrationFields!.call(context);
}

test('the questions of the event, required ones first and marked, with their choices', async () => {
	const { fields } = await fieldsFor(byId(UPCOMING_EVENT));
	expect(fields.map(({ id, displayName, type }) => [id, displayName, type])).toEqual([
		[COMPANY_QUESTION, 'Company (Required)', 'string'],
		[COUNTRY_QUESTION, 'Country', 'options'],
		[NEWS_QUESTION, 'Send me news', 'options'],
	]);
	expect(fields[1]!.options!.map(({ value }) => value)).toEqual([
		'Germany',
		'France',
		'United States',
	]);
	expect(fields[2]!.options!.map(({ value }) => value)).toEqual(['true', 'false']);
});

test.each([
	['rooms ask nothing', byId(MEETING_ROOM), 'no questions'],
	['an expression knows no questions yet', byId('={{ $json.id }}'), 'Custom Questions'],
	['no webinar is chosen', byId(''), 'Choose the webinar first'],
])('%s', async (_, webinar, notice) => {
	const { fields, emptyFieldsNotice } = await fieldsFor(webinar);
	expect(fields).toEqual([]);
	expect(emptyFieldsNotice).toContain(notice);
});

test('a webinar that does not exist is told so', async () => {
	await expect(fieldsFor(byId('99999'))).rejects.toThrow('has nothing with the ID 99999');
});
