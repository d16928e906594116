import type { JsonObject } from '../../shared/transport/json';
import type { Settings } from './settings';

/** Always asked for: what *Add contact to webinar* needs. */
const PROPERTIES = ['email', 'firstname', 'lastname'];

const text = (name: string) => ({ name, type: 'string', fieldType: 'text' });

/** What *Complete Workflow Action* says became of a contact, as HubSpot's branches show it. */
const STATUSES = [
	{ value: 'registered', label: 'Registered' },
	{ value: 'already_registered', label: 'Already registered' },
	{ value: 'pending', label: 'Waiting for approval' },
	{ value: 'deferred', label: 'Will be tried again' },
	{ value: 'failed', label: 'Failed' },
];

/**
 * The `*-hsmeta.json` of the custom workflow action, ready for a HubSpot project.
 * https://developers.hubspot.com/docs/apps/developer-platform/add-features/custom-workflow-actions
 * @param actionUrl where HubSpot sends contacts
 * @param choicesUrl where HubSpot asks for the entries of the drop-down
 */
export function actionDefinition(
	actionUrl: string,
	choicesUrl: string,
	{ contactProperties, actionName }: Pick<Settings, 'contactProperties' | 'actionName'>,
): JsonObject {
	return {
		uid: 'add_contact_to_webinar',
		type: 'workflow-action',
		config: {
			actionUrl,
			isPublished: true,
			supportedClients: [{ client: 'WORKFLOWS' }],
			objectTypes: ['CONTACT'],
			objectRequestOptions: {
				properties: [...new Set([...PROPERTIES, ...contactProperties])],
			},
			inputFields: [
				{
					typeDefinition: text('webinarId'),
					supportedValueTypes: ['STATIC_VALUE', 'OBJECT_PROPERTY'],
					isRequired: false,
				},
				{
					typeDefinition: {
						name: 'upcomingWebinar',
						type: 'enumeration',
						fieldType: 'select',
						optionsUrl: choicesUrl,
					},
					supportedValueTypes: ['STATIC_VALUE'],
					isRequired: false,
				},
			],
			inputFieldDependencies: [],
			outputFields: [
				{
					typeDefinition: {
						name: 'registrationStatus',
						type: 'enumeration',
						fieldType: 'select',
						options: STATUSES,
					},
				},
				{ typeDefinition: text('joinUrl') },
				{ typeDefinition: text('errorCode') },
				{ typeDefinition: text('message') },
			],
			executionRules: [
				{ labelName: 'registered', conditions: { registrationStatus: 'registered' } },
				{
					labelName: 'alreadyRegistered',
					conditions: { registrationStatus: 'already_registered' },
				},
				{ labelName: 'pending', conditions: { registrationStatus: 'pending' } },
				{ labelName: 'deferred', conditions: { registrationStatus: 'deferred' } },
				{ labelName: 'failed', conditions: { registrationStatus: 'failed' } },
			],
			functions: [],
			labels: { en: labels(actionName) },
		},
	};
}

function labels(actionName: string): JsonObject {
	return {
		actionName,
		actionDescription: 'Registers the enrolled contact for a webinar, by n8n.',
		appDisplayName: 'Webinars (n8n)',
		actionCardContent: `${actionName} {{webinarId}}{{upcomingWebinar}}`,
		inputFieldLabels: { webinarId: 'Webinar ID', upcomingWebinar: 'Upcoming webinar' },
		inputFieldDescriptions: {
			webinarId: 'Type it, or choose a contact property that holds it',
			upcomingWebinar: 'Used when Webinar ID is empty',
		},
		outputFieldLabels: {
			registrationStatus: 'Registration status',
			joinUrl: 'Join URL',
			errorCode: 'Error code',
			message: 'Message',
		},
		executionRules: {
			registered: 'The contact was added to the webinar',
			alreadyRegistered: 'The contact was registered for the webinar already',
			pending: 'The registration waits for approval by the host',
			deferred: 'Not registered yet: {{message}}',
			failed: 'Not registered: {{message}} ({{errorCode}})',
		},
	};
}
