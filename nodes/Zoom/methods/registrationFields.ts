import type {
	ILoadOptionsFunctions,
	ResourceMapperField,
	ResourceMapperFields,
} from 'n8n-workflow';

import { toNodeError } from '../../shared/node/errors';
import { asObject, asText } from '../../shared/transport/json';
import { toForm, type RegistrationForm } from '../mapping/registrationForm';
import { customFieldId, REGISTRATION_FIELDS } from '../mapping/registrationFields';
import { webinarNumberOf } from '../mapping/webinarLink';
import { getRegistrationForm } from '../transport/endpoints/webinars';
import { normaliseWebinarId } from '../transport/paths';

/**
 * The fields of *Add contact to webinar*: the questions of the chosen webinar and what else its form
 * asks, required ones marked; the other fields of Zoom's can be added. Of a webinar that only an
 * expression knows, every field can be added.
 * @throws NodeApiError when Zoom does not show the form
 */
export async function getRegistrationFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = asText(asObject(this.getCurrentNodeParameter('webinar')).value).trim();
	if (chosen === '') return { fields: NOT_YET, emptyFieldsNotice: 'Choose the webinar first' };
	const form = chosen.startsWith('=') ? toForm({}) : await readForm(this, chosen);
	return { fields: mapperFields(form) };
}

/**
 * The editor remembers of every field that it has once seen whether it is shown. Before a webinar is
 * chosen nothing is shown, and nothing remembered.
 */
const NOT_YET: ResourceMapperField[] = REGISTRATION_FIELDS.map(({ id, displayName, answers }) => ({
	...field(id, displayName, false, answers),
	display: false,
}));

async function readForm(context: ILoadOptionsFunctions, chosen: string): Promise<RegistrationForm> {
	try {
		const webinarId = normaliseWebinarId(webinarNumberOf(chosen));
		return toForm(await getRegistrationForm(context, webinarId));
	} catch (error) {
		return await Promise.reject(toNodeError(context.getNode(), error));
	}
}

function mapperFields(form: RegistrationForm): ResourceMapperField[] {
	return [
		...form.custom
			.filter(({ required }) => required)
			.map(({ title, answers }) => field(customFieldId(title), title, true, answers)),
		...REGISTRATION_FIELDS.map(({ id, displayName, answers }) => ({
			...field(id, displayName, form.required.includes(id), answers),
			removed: !form.asked.includes(id),
		})),
		...form.custom
			.filter(({ required }) => !required)
			.map(({ title, answers }) => field(customFieldId(title), title, false, answers)),
	];
}

function field(
	id: string,
	displayName: string,
	required: boolean,
	answers: readonly string[] = [],
): ResourceMapperField {
	return {
		id,
		// The editor marks nothing by itself here, and its own check would stop everybody for one person.
		displayName: required ? `${displayName} (Required)` : displayName,
		required,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: false,
		...(answers.length === 0
			? { type: 'string' }
			: { type: 'options', options: answers.map((value) => ({ name: value, value })) }),
	};
}
