/** A flow step that Marketo takes: its document and its definition. Tests spoil them. */

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: string) => ({ content: { 'application/json': { schema: ref(name) } } });
const said = (description: string) => ({ description });

export function goodDocument() {
	return {
		openapi: '3.0.1',
		info: {
			title: 'Webinar registration',
			version: '1.0.0',
			'x-providerName': 'Example',
			'x-schemaVersion': '1.0.0',
			'x-supportContact': 'support@example.com',
		},
		security: [{ apiKey: [] }],
		paths: {
			'/submitAsyncAction': {
				post: {
					requestBody: { required: true, ...json('async') },
					callbacks: {
						selfServiceFlowComplete: {
							'{$request.body#/flowComplete}': {
								post: {
									parameters: ['x-api-key', 'x-callback-token'].map((name) => ({
										in: 'header',
										name,
										schema: { type: 'string' },
										required: true,
									})),
									requestBody: json('flowCallBack'),
									responses: { 404: said('Not Found'), 405: said('Invalid input') },
								},
							},
						},
					},
					responses: Object.fromEntries(
						[201, 400, 401, 403, 429, 500].map((status) => [status, said(String(status))]),
					),
				},
			},
			'/getServiceDefinition': { get: { responses: { 200: json('serviceDefinition') } } },
			'/status': { get: { responses: { 200: json('serviceStatus') } } },
			'/getPicklist': { post: { responses: { 200: json('picklistObject') } } },
			'/brandIcon': { get: { responses: { 200: { content: { 'image/*': {} } } } } },
			'/providerInstructions': { get: { responses: { 200: { content: { 'text/html': {} } } } } },
		},
		components: {
			schemas: Object.fromEntries(
				['async', 'flowCallBack', 'serviceDefinition', 'serviceStatus', 'picklistObject'].map(
					(name) => [name, { type: 'object' }],
				),
			),
			securitySchemes: { apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' } },
		},
	};
}

const words = (name: string) => ({ en_US: { name, description: name, uiTooltip: name } });

export function goodDefinition() {
	return {
		apiName: 'webinarRegistration',
		i18n: {
			en_US: {
				name: 'Register for Webinar',
				filterName: 'Was Registered for Webinar',
				triggerName: 'Is Registered for Webinar',
				description: 'Registers the person on the webinar platform',
			},
		},
		primaryAttribute: 'webinar',
		invocationPayloadDef: {
			globalAttributes: [],
			headers: [],
			flowAttributes: [
				{ apiName: 'webinar', i18n: words('Webinar'), dataType: 'string', hasPicklist: true },
			],
			fields: ['email', 'firstName', 'lastName'].map((name) => ({
				serviceAttribute: name,
				suggestedMarketoAttribute: name,
				description: { en_US: name },
				dataType: name === 'email' ? 'email' : 'string',
				required: true,
			})),
			userDrivenMapping: false,
			programContext: true,
			campaignContext: true,
			triggerContext: true,
			programMemberContext: true,
			subscriptionContext: true,
			myTokenContext: ['Webinar ID'],
		},
		callbackPayloadDef: {
			attributes: [
				{ apiName: 'registrantId', i18n: words('Registrant ID'), dataType: 'string' },
				{ apiName: 'joinUrl', i18n: words('Join URL'), dataType: 'text' },
			],
			fields: [
				{
					serviceAttribute: 'lastJoinUrl',
					suggestedMarketoAttribute: 'lastWebinarJoinUrl',
					description: { en_US: 'Last webinar join URL' },
					dataType: 'string',
				},
			],
			userDrivenMapping: false,
		},
	};
}
