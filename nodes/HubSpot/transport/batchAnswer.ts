import { asArray, asObject, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { vendorCodes, vendorWords } from './vendorWords';

/** One entry of `errors` in a batch answer: what HubSpot could not do for some of the records. */
export interface BatchError {
	/** `objectWriteTraceId` of the records; empty where HubSpot names ids instead. */
	traceIds: string[];
	/** Ids (or names) of the records. */
	ids: string[];
	/** Of a CONFLICT: the id of the record that is already there, else empty. */
	existingId: string;
	/** e.g. CONFLICT, VALIDATION_ERROR, INVALID_EMAIL */
	codes: string[];
	/** HubSpot's words. */
	message: string;
}

/** The `errors` of a 207; absent on success. https://developers.hubspot.com/docs/api-reference/error-handling */
export function batchErrors(body: JsonObject): BatchError[] {
	return asObjects(body.errors).map((error) => {
		const context = asObject(error.context);
		const message = vendorWords(error);
		return {
			traceIds: asArray(context.objectWriteTraceId).map(asText),
			ids: [...asArray(context.ids), ...asArray(context.name)].map(asText),
			existingId:
				asText(asArray(context.existingId)[0]) || /Existing ID: (\d+)/.exec(message)?.[1] || '',
			codes: vendorCodes(error),
			message,
		};
	});
}

/** A record of any kind as HubSpot's answers show it. */
export interface HeldRecord {
	id: string;
	/** Those that were asked for and have a value, all as text. */
	properties: Record<string, string>;
}

export function toRecord({ id, properties }: JsonObject): HeldRecord {
	return {
		id: asText(id),
		properties: Object.fromEntries(
			Object.entries(asObject(properties))
				.map(([name, value]): [string, string] => [name, asText(value)])
				.filter(([, value]) => value !== ''),
		),
	};
}
