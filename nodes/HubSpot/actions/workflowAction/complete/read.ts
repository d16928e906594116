import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { whatBecame } from '../../../../shared/items/became';
import {
	errorCodeOf,
	isRegistrationStatus,
	type Became,
} from '../../../../shared/items/registrationStatus';
import { normaliseEmail } from '../../../../shared/model/email';
import { causeOf } from '../../../../shared/node/errors';
import { asObject, asObjects, asText, type JsonObject } from '../../../../shared/transport/json';
import { contactItem } from '../trigger';
import { Caller, type Answer, type Wish } from './caller';

/** One caller per item. What cannot be read of an item is told to HubSpot as a failure. */
export function readCallers(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): Caller[] {
	return items.map((item, index) => {
		const { callbackId, answer } = readContact(context, item.json, index);
		return new Caller({ callbackId, answer, ...readOutputs(context, items, index) });
	});
}

/** Who waits, and how: the item's own fields, else those of the trigger's item that it came from. */
function readContact(
	context: IExecuteFunctions,
	json: IDataObject,
	index: number,
): Pick<Wish, 'callbackId' | 'answer'> {
	const given = idOf(quietly(() => context.getNodeParameter('callbackId', index, '')));
	const told = answerOf(json.answer);
	if (given !== '' && told !== undefined) return { callbackId: given, answer: told };
	const contact = contactItem(context, index);
	return {
		callbackId: given || idOf(contact.callbackId),
		answer: told ?? answerOf(contact.answer) ?? 'callBack',
	};
}

function readOutputs(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	index: number,
): Pick<Wish, 'became' | 'more'> {
	try {
		const isManual = context.getNodeParameter('mapData', index) === 'manual';
		return {
			became: isManual ? readFields(context, index) : readItem(items, index),
			more: readMore(context, index),
		};
	} catch (error) {
		const { message } = causeOf(error);
		const became: Became = {
			registrationStatus: 'failed',
			joinUrl: '',
			errorCode: 'WORKFLOW_FAILED',
			message,
		};
		return { became, more: {} };
	}
}

/** Whoever is `duplicate` has become what the first item of the same address became. */
function readItem(items: readonly INodeExecutionData[], index: number): Became {
	const { json, error } = items[index]!;
	const first = isDuplicate(json)
		? items.findIndex((one) => isSamePerson(one.json, json) && !isDuplicate(one.json))
		: -1;
	if (first >= 0) return readItem(items, first);
	return whatBecame(json as JsonObject, error?.message);
}

function isDuplicate({ outcome }: IDataObject): boolean {
	return asObject(outcome).reason === 'duplicate';
}

function isSamePerson(one: IDataObject, other: IDataObject): boolean {
	return (
		normaliseEmail(one.email) === normaliseEmail(other.email) && one.webinarId === other.webinarId
	);
}

function readFields(context: IExecuteFunctions, index: number): Became {
	const text = (name: string) => asText(context.getNodeParameter(name, index, '')).trim();
	const status = text('registrationStatus');
	const became = {
		joinUrl: text('joinUrl'),
		errorCode: text('errorCode'),
		message: text('message'),
	};
	if (isRegistrationStatus(status)) return { ...became, registrationStatus: status };
	return {
		...became,
		registrationStatus: 'failed',
		errorCode: errorCodeOf('unknownStatus'),
		message: `Registration Status “${status}” is not one that the action knows`,
	};
}

function readMore(context: IExecuteFunctions, index: number): Record<string, string> {
	const outputs = asObject(context.getNodeParameter('options.furtherOutputs', index, {}));
	const named = asObjects(outputs.output).map(({ name, value }): [string, string] => [
		asText(name).trim(),
		typeof value === 'boolean' ? String(value) : asText(value),
	]);
	return Object.fromEntries(named.filter(([name]) => name !== '' && !name.startsWith('hs_')));
}

/** An ID of dots alone would be another path. */
function idOf(value: unknown): string {
	const id = asText(value).trim();
	return /^\.+$/.test(id) ? '' : id;
}

function answerOf(value: unknown): Answer | undefined {
	return value === 'callBack' || value === 'whenComplete' || value === 'atOnce' ? value : undefined;
}

function quietly(read: () => unknown): unknown {
	try {
		return read();
	} catch {
		return undefined;
	}
}
