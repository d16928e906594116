import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { findWebinar } from '../actions/webinars/find';
import { toNodeError } from '../../shared/node/errors';
import { asObject, asText } from '../../shared/transport/json';
import { toForm, type EventQuestion } from '../mapping/eventForm';
import { webinarKeyOf } from '../mapping/webinarLink';
import { getChoices, getRegistrationForm } from '../transport/endpoints/registration';
import { createClient, type AdobeClient } from '../transport/request';
import { childOf } from '../xml/element';

/**
 * The fields of *Add contact to webinar*: the questions of the chosen event, required ones marked, with
 * their choices. Seminars and meetings ask nothing.
 * @throws NodeApiError when Adobe Connect does not show the form
 */
export async function getRegistrationFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = asText(asObject(this.getCurrentNodeParameter('webinar')).value).trim();
	if (chosen === '') return { fields: [], emptyFieldsNotice: 'Choose the webinar first' };
	if (chosen.startsWith('=')) return { fields: [], emptyFieldsNotice: BY_EXPRESSION };
	try {
		const client = await createClient(this);
		const key = webinarKeyOf(chosen, client.account.baseUrl);
		const { event, webinar } = await findWebinar(client, key);
		if (event === null) return { fields: [], emptyFieldsNotice: NOTHING_ASKED };
		const { questions } = toForm(await getRegistrationForm(client, webinar.webinarId));
		const fields = await readFields(client, webinar.webinarId, questions);
		return { fields, emptyFieldsNotice: 'The event asks nothing beside the name' };
	} catch (error) {
		return await Promise.reject(toNodeError(this.getNode(), error));
	}
}

const BY_EXPRESSION =
	'An expression chooses the webinar: give the answers under Options → Custom Questions';
const NOTHING_ASKED = 'Seminars and meetings ask no questions at registration';

async function readFields(
	client: AdobeClient,
	eventId: string,
	questions: readonly EventQuestion[],
): Promise<ResourceMapperField[]> {
	const fields: ResourceMapperField[] = [];
	for (const question of questions) {
		fields.push(toField(question, await choicesOf(client, eventId, question)));
	}
	return [...fields.filter(({ required }) => required), ...fields.filter((one) => !one.required)];
}

async function choicesOf(
	client: AdobeClient,
	eventId: string,
	{ id, kind }: EventQuestion,
): Promise<string[]> {
	if (kind === 'true-false') return ['true', 'false'];
	if (kind !== 'choice') return [];
	const rows = await getChoices(client, eventId, id);
	// A letter, and the words behind it; some forms have only one of them.
	return rows
		.map((row) => childOf(row, 'description').text || childOf(row, 'response').text)
		.filter((text) => text !== '');
}

function toField(
	{ id, title, required }: EventQuestion,
	choices: readonly string[],
): ResourceMapperField {
	return {
		id,
		// The editor marks nothing by itself here, and its own check would stop everybody for one person.
		displayName: required ? `${title} (Required)` : title,
		required,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: false,
		...(choices.length === 0
			? { type: 'string' }
			: { type: 'options', options: choices.map((value) => ({ name: value, value })) }),
	};
}
