import { ANYTHING, each, listOf, NUMBER, ref, TEXT, TIME, YES_NO } from './parts';

/** What Marketo sends to the service. */
export const INVOCATION_SCHEMAS = {
	async: {
		required: ['campaignId', 'callbackUrl'],
		type: 'object',
		properties: {
			...each(['token', 'batchid', 'apiCallBackKey'], TEXT),
			campaignId: { type: 'integer', format: 'int32' },
			callbackUrl: { type: 'string', format: 'uri' },
			context: ref('context'),
			objectData: listOf('objectData'),
		},
	},
	context: {
		type: 'object',
		required: ['subscription'],
		properties: {
			subscription: ref('subscription'),
			admin: ref('admin'),
			campaign: ref('campaign'),
			program: ref('program'),
		},
	},
	subscription: {
		type: 'object',
		required: ['munchkinId'],
		properties: each(['munchkinId', 'prefix', 'crmSyncStatus'], TEXT),
	},
	admin: ANYTHING,
	headers: { additionalProperties: ref('headerAttributeObject') },
	campaign: {
		type: 'object',
		properties: {
			commLimitEnabled: YES_NO,
			...each(['description', 'folderName', 'name', 'status', 'type', 'workspaceName'], TEXT),
			...each(
				['flowId', 'folderId', 'id', 'parentProgramId', 'smartListId', 'workspaceId'],
				NUMBER,
			),
		},
	},
	program: {
		type: 'object',
		properties: {
			id: NUMBER,
			...each(
				['channelName', 'description', 'name', 'status', 'type', 'createdAt', 'updatedAt'],
				TEXT,
			),
		},
	},
	flowStepContext: ANYTHING,
	myTokenContext: ANYTHING,
	programMemberContext: {
		type: 'object',
		properties: {
			status: TEXT,
			id: { type: 'number', format: 'int64' },
			membershipDate: TIME,
			reachedSuccess: YES_NO,
			reachedSuccessDate: TIME,
			pmcf: ANYTHING,
		},
	},
	triggeringContext: { type: 'object', properties: each(['name', 'triggerName'], TEXT) },
	objectContext: {
		oneOf: [ref('leadData')],
		discriminator: {
			propertyName: 'authType',
			mapping: { lead: '#/components/schemas/leadData' },
		},
	},
	objectData: {
		required: ['objectType', 'objectContext'],
		type: 'object',
		properties: {
			objectType: { type: 'string', enum: ['lead'] },
			objectContext: ref('objectContext'),
			flowStepContext: ref('flowStepContext'),
			programMemberContext: ref('programMemberContext'),
			triggeringContext: ref('triggeringContext'),
		},
	},
};
