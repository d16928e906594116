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

const PLAIN: RegistrationForm = { required: [], custom: [] };

/**
 * The fields of *Add contact to webinar*: Zoom's own, and the custom questions of the chosen
 * webinar, required ones marked. Of a webinar that only an expression knows, Zoom's own alone.
 * @throws NodeApiError when Zoom does not show the form
 */
export async function getRegistrationFields(
	this: ILoadOptionsFunctions,
): Promise<ResourceMapperFields> {
	const chosen = asText(asObject(this.getCurrentNodeParameter('webinar')).value).trim();
	const isUnknown = chosen === '' || chosen.startsWith('=');
	const form = isUnknown ? PLAIN : await readForm(this, chosen);
	return { fields: mapperFields(form) };
}

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
		...REGISTRATION_FIELDS.map(({ id, displayName, answers }) =>
			field(id, displayName, form.required.includes(id), answers),
		),
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
		displayName,
		required,
		defaultMatch: false,
		display: true,
		canBeUsedToMatch: false,
		...(answers.length === 0
			? { type: 'string' }
			: { type: 'options', options: answers.map((value) => ({ name: value, value })) }),
	};
}
