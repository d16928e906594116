import { isText, recordOf, recordsOf, textsOf, type JsonRecord } from '../json';
import { isDataType, type DataType } from './dataTypes';

export interface ServiceAttribute {
	apiName: string;
	/** English. */
	name: string;
	dataType: DataType;
	hasPicklist: boolean;
	enforcePicklistSelect: boolean;
}

export interface ServiceField {
	serviceAttribute: string;
	dataType: DataType;
	suggestedMarketoAttribute: string | undefined;
	required: boolean;
}

/** A service definition, as campaigns work with it. */
export interface ServiceDefinition {
	apiName: string;
	texts: { name: string; filterName: string; triggerName: string; description: string };
	primaryAttribute: string;
	globalAttributes: ServiceAttribute[];
	flowAttributes: ServiceAttribute[];
	/** Names of the headers that the admin may fill. */
	headers: string[];
	invocation: { fields: ServiceField[]; userDrivenMapping: boolean };
	callback: {
		attributes: ServiceAttribute[];
		fields: ServiceField[];
		userDrivenMapping: boolean;
	};
	contexts: {
		program: boolean;
		campaign: boolean;
		trigger: boolean;
		programMember: boolean;
		subscription: boolean;
		/** Names without `{{my.…}}`. */
		myTokens: string[];
	};
}

/** Call {@link definitionProblems} first: this reads what is well-formed. */
export function readDefinition(given: JsonRecord): ServiceDefinition {
	const invocation = recordOf(given.invocationPayloadDef);
	const callback = recordOf(given.callbackPayloadDef);
	const texts = recordOf(recordOf(given.i18n).en_US);
	return {
		apiName: String(given.apiName),
		texts: {
			name: String(texts.name),
			filterName: String(texts.filterName),
			triggerName: String(texts.triggerName),
			description: String(texts.description),
		},
		primaryAttribute: String(given.primaryAttribute),
		globalAttributes: attributes(invocation.globalAttributes),
		flowAttributes: attributes(invocation.flowAttributes),
		headers: recordsOf(invocation.headers).map(({ name }) => String(name)),
		invocation: {
			fields: fields(invocation.fields),
			userDrivenMapping: invocation.userDrivenMapping === true,
		},
		callback: {
			attributes: attributes(callback.attributes),
			fields: fields(callback.fields),
			userDrivenMapping: callback.userDrivenMapping === true,
		},
		contexts: {
			program: invocation.programContext === true,
			campaign: invocation.campaignContext === true,
			trigger: invocation.triggerContext === true,
			programMember: invocation.programMemberContext === true,
			subscription: invocation.subscriptionContext === true,
			myTokens: textsOf(invocation.myTokenContext),
		},
	};
}

function attributes(list: unknown): ServiceAttribute[] {
	return recordsOf(list).map((one) => ({
		apiName: String(one.apiName),
		name: String(recordOf(recordOf(one.i18n).en_US).name),
		dataType: typeOf(one.dataType),
		hasPicklist: one.hasPicklist === true,
		enforcePicklistSelect: one.hasPicklist === true && one.enforcePicklistSelect === true,
	}));
}

function fields(list: unknown): ServiceField[] {
	return recordsOf(list).map((one) => ({
		serviceAttribute: String(one.serviceAttribute),
		dataType: typeOf(one.dataType),
		suggestedMarketoAttribute: isText(one.suggestedMarketoAttribute)
			? one.suggestedMarketoAttribute
			: undefined,
		required: one.required === true,
	}));
}

function typeOf(value: unknown): DataType {
	return isDataType(value) ? value : 'string';
}
