import type { JsonObject } from '../../shared/transport/json';
import { TOKEN } from '../mapping/connection';
import type { ServiceSettings } from './settings';

/** Attributes of the flow step, whose choices are asked for by these names. */
export const FLOW_ATTRIBUTES = { webinar: 'webinar', configuration: 'configuration' } as const;

/** Names of what comes back: to the activity, and to a field of the person. */
export const CALLBACK = {
	status: 'registrationStatus',
	registrantId: 'registrantId',
	joinUrl: 'joinUrl',
	joinUrlField: 'webinarJoinUrl',
} as const;

/**
 * The answer of getServiceDefinition: what the step asks for and gives back. A join link is `text`
 * (2000 bytes), because `string` and `url` are cut after 255.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface (README, Service Definition)
 */
export function serviceDefinition({
	apiName,
	name,
	configurations,
	furtherFields,
}: ServiceSettings): JsonObject {
	return {
		apiName,
		i18n: {
			en_US: {
				name,
				filterName: `${name} Was Used`,
				triggerName: `${name} Is Used`,
				description: 'Adds the person to a webinar by n8n and writes the personal join link',
			},
		},
		primaryAttribute: FLOW_ATTRIBUTES.webinar,
		invocationPayloadDef: {
			globalAttributes: [],
			flowAttributes: [WEBINAR, ...(configurations.length > 0 ? [CONFIGURATION] : [])],
			fields: [...FIELDS, ...furtherFields.filter(isFurther).map((each) => field(each, each))],
			headers: [],
			userDrivenMapping: false,
			programContext: true,
			campaignContext: true,
			triggerContext: true,
			programMemberContext: true,
			subscriptionContext: true,
			myTokenContext: Object.values(TOKEN),
		},
		callbackPayloadDef: {
			attributes: [
				attribute(
					CALLBACK.status,
					'Registration Status',
					'The result of the registration',
					'string',
				),
				attribute(
					CALLBACK.registrantId,
					'Registrant ID',
					'The number on the webinar platform',
					'string',
				),
				attribute(CALLBACK.joinUrl, 'Join URL', 'The personal join link', 'text'),
			],
			fields: [
				{
					serviceAttribute: CALLBACK.joinUrlField,
					description: { en_US: 'Join link of the last webinar' },
					dataType: 'text',
				},
			],
			userDrivenMapping: false,
		},
	};
}

const WEBINAR = {
	...attribute(
		FLOW_ATTRIBUTES.webinar,
		'Webinar',
		'From the program, one of the list, a webinar ID, or a token that holds one',
		'string',
	),
	hasPicklist: true,
	// Typed IDs and tokens work as well, and the list is as old as last night.
	enforcePicklistSelect: false,
};

const CONFIGURATION = {
	...attribute(
		FLOW_ATTRIBUTES.configuration,
		'Configuration',
		'Which way the workflow in n8n takes',
		'string',
	),
	hasPicklist: true,
	enforcePicklistSelect: true,
};

const FIELDS = [
	field('email', 'Email', 'email', true),
	field('firstName', 'First name', 'string', true),
	field('lastName', 'Last name', 'string', true),
	field('phone', 'Phone'),
	field('company', 'Company'),
	field('title', 'Job title'),
];

/** `id` is Marketo's own; the others are asked for anyway. */
function isFurther(name: string): boolean {
	return name !== 'id' && FIELDS.every(({ serviceAttribute }) => serviceAttribute !== name);
}

function field(name: string, words: string, dataType = 'string', required = false) {
	return {
		serviceAttribute: name,
		suggestedMarketoAttribute: name,
		description: { en_US: words },
		dataType,
		required,
	};
}

function attribute(apiName: string, name: string, description: string, dataType: string) {
	return {
		apiName,
		i18n: { en_US: { name, description, uiTooltip: description } },
		dataType,
	};
}
