import { ANYTHING, each, listOf, ref, TEXT, TEXTS, YES_NO } from './parts';

/** What the service sends to Marketo: results, its status, choices. */
export const ANSWER_SCHEMAS = {
	callbackData: {
		type: 'object',
		required: ['leadData'],
		properties: {
			activityData: {
				type: 'object',
				properties: { success: YES_NO, ...each(['reason', 'errorCode'], TEXT) },
				additionalProperties: true,
			},
			leadData: ref('leadData'),
		},
	},
	leadData: {
		type: 'object',
		required: ['id'],
		properties: { id: { type: 'integer', format: 'int64' } },
		additionalProperties: true,
	},
	flowCallBack: {
		required: ['munchkinId'],
		type: 'object',
		properties: {
			munchkinId: TEXT,
			defaultValues: {
				type: 'object',
				properties: each(['leadDefaults', 'activityDefaults'], ANYTHING),
			},
			...each(['errorCode', 'errorMessage'], TEXT),
			objectData: listOf('callbackData'),
		},
	},
	serviceStatus: {
		type: 'object',
		properties: {
			...each(['info', 'warnings', 'errors'], TEXTS),
			deprecationMessage: TEXT,
			deprecationDate: { type: 'string', format: 'datetime' },
		},
	},
	picklistObject: {
		type: 'object',
		required: ['choices'],
		properties: { choices: listOf('picklistChoice') },
	},
	picklistChoice: {
		required: ['displayValue', 'submittedValue'],
		properties: {
			displayValue: { type: 'object', ...ref('i18nString') },
			submittedValue: {
				anyOf: ['boolean', 'integer', 'number', 'string'].map((type) => ({ type })),
			},
		},
	},
	fieldMappingContext: {
		type: 'object',
		properties: each(['invocation', 'callback'], listOf('reqFieldMapping')),
	},
	reqFieldMapping: {
		type: 'object',
		required: ['marketoAttribute'],
		properties: each(['marketoAttribute', 'serviceAttribute'], TEXT),
	},
	getPicklistRequest: {
		required: ['name', 'type'],
		properties: {
			name: TEXT,
			type: { type: 'string', enum: ['flow', 'global', 'header'] },
			fieldMappingContext: { type: 'object', ...ref('fieldMappingContext') },
		},
	},
};
