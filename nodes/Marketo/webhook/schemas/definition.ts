import { each, listOf, ref, TEXT, TEXTS, YES_NO } from './parts';

/** How the service describes itself. */
export const DEFINITION_SCHEMAS = {
	serviceDefinition: {
		type: 'object',
		required: ['apiName', 'i18n', 'primaryAttribute', 'invocationPayloadDef', 'callbackPayloadDef'],
		properties: {
			apiName: TEXT,
			i18n: { type: 'object', properties: { en_US: ref('serviceI18nObject') } },
			caBundle: { type: 'string', format: 'uri' },
			primaryAttribute: TEXT,
			invocationPayloadDef: ref('invocationPayloadDefObject'),
			callbackPayloadDef: ref('callbackPayloadDefObject'),
		},
	},
	serviceI18nObject: {
		type: 'object',
		properties: each(['name', 'filterName', 'triggerName', 'description'], TEXT),
	},
	invocationPayloadDefObject: {
		type: 'object',
		properties: {
			...each(['globalAttributes', 'flowAttributes'], listOf('invocationAttributeObject')),
			fields: listOf('invocationFieldMapping'),
			headers: listOf('headerAttributeObject'),
			...each(
				[
					'userDrivenMapping',
					'programContext',
					'campaignContext',
					'triggerContext',
					'programMemberContext',
					'subscriptionContext',
				],
				YES_NO,
			),
			myTokenContext: TEXTS,
		},
	},
	callbackPayloadDefObject: {
		type: 'object',
		properties: {
			attributes: listOf('attributeObject'),
			fields: listOf('fieldMapping'),
			userDrivenMapping: YES_NO,
		},
	},
	invocationAttributeObject: { allOf: [ref('attributeObject'), ref('picklistAttribute')] },
	picklistAttribute: {
		type: 'object',
		properties: each(['enforcePicklistSelect', 'hasPicklist'], YES_NO),
	},
	attributeObject: {
		type: 'object',
		required: ['apiName', 'i18n', 'dataType'],
		properties: {
			apiName: TEXT,
			i18n: {
				type: 'object',
				required: ['en_US'],
				properties: { en_US: ref('attributeI18nObject') },
				additionalProperties: ref('attributeI18nObject'),
			},
			dataType: ref('fieldType'),
		},
	},
	headerAttributeObject: {
		allOf: [
			ref('picklistAttribute'),
			{
				type: 'object',
				required: ['name'],
				properties: { name: TEXT, description: ref('i18nString') },
			},
		],
	},
	attributeI18nObject: {
		type: 'object',
		properties: each(['name', 'description', 'uiTooltip'], TEXT),
	},
	invocationFieldMapping: {
		allOf: [ref('fieldMapping'), { type: 'object', properties: { required: YES_NO } }],
	},
	fieldMapping: {
		type: 'object',
		required: ['serviceAttribute', 'description', 'dataType'],
		properties: {
			...each(['serviceAttribute', 'suggestedMarketoAttribute'], TEXT),
			description: { ...ref('i18nString'), properties: { en_US: TEXT } },
			dataType: ref('fieldType'),
		},
	},
	fieldType: {
		type: 'string',
		enum: [
			'boolean',
			'integer',
			'date',
			'datetime',
			'email',
			'float',
			'score',
			'string',
			'url',
			'text',
		],
	},
	i18nString: {
		type: 'object',
		required: ['en_US'],
		properties: { en_US: TEXT },
		additionalProperties: TEXT,
	},
};
