import type { INodeProperties } from 'n8n-workflow';

/** What may be typed, and what the panel says of everything else. */
export interface TypedForm {
	regex: string;
	errorMessage: string;
}

/** How a platform names its webinars. */
export interface WebinarNaming {
	id: TypedForm & { placeholder: string };
	/** The first form that does not fit is told. */
	url: { placeholder: string; forms: readonly TypedForm[] };
}

/**
 * The webinar, picked from a list, typed or pasted as a link.
 * @param searchListMethod of the node, which gives the list
 */
export function webinarLocatorOf(
	{ id, url }: WebinarNaming,
	searchListMethod: string,
	description: string,
): INodeProperties {
	return {
		displayName: 'Webinar',
		name: 'webinar',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: 'Select a webinar…',
				typeOptions: { searchListMethod, searchable: true },
			},
			{
				displayName: 'By ID',
				name: 'id',
				type: 'string',
				placeholder: id.placeholder,
				validation: [toValidation(id)],
			},
			{
				displayName: 'By URL',
				name: 'url',
				type: 'string',
				placeholder: url.placeholder,
				validation: url.forms.map(toValidation),
			},
		],
	};
}

function toValidation({ regex, errorMessage }: TypedForm) {
	return { type: 'regex', properties: { regex, errorMessage } };
}
