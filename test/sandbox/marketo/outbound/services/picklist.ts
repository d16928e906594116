import type { MarketoChoice } from '../../contract';
import type { Outbound } from '../context';
import { describe } from '../http';
import { at, isRecord, isText, parsed } from '../json';
import { InstalledService } from './installedService';
import { mappingContext } from './mapping';

const MAX_CHOICES = 1000;

/**
 * The admin refreshes a picklist; Marketo does so every night.
 * @throws Error when the attribute has none, or when the answer cannot be used
 */
export async function refreshPicklist(
	{ services }: Outbound,
	apiName: string,
	attribute: string,
): Promise<MarketoChoice[]> {
	const service = services.find((one) => one.apiName === apiName);
	if (!(service instanceof InstalledService)) throw new Error(`There is no service ${apiName}`);
	const answer = await service.caller.post('/getPicklist', {
		name: attribute,
		type: typeOf(service, attribute),
		fieldMappingContext: mappingContext(service.read, service.mappings),
	});
	if (answer.status !== 200) throw new Error(`/getPicklist: ${describe(answer)}`);
	const choices = at(parsed(answer.body), 'choices');
	if (!Array.isArray(choices)) throw new Error('/getPicklist: choices must be a list');
	if (choices.length > MAX_CHOICES) {
		throw new Error(`/getPicklist: ${choices.length} choices are more than ${MAX_CHOICES}`);
	}
	return (service.picklists[attribute] = choices.map(choice));
}

function typeOf({ read }: InstalledService, attribute: string): 'flow' | 'global' {
	const has = (list: Array<{ apiName: string; hasPicklist: boolean }>): boolean =>
		list.some(({ apiName, hasPicklist }) => apiName === attribute && hasPicklist);
	if (has(read.flowAttributes)) return 'flow';
	if (has(read.globalAttributes)) return 'global';
	throw new Error(`${attribute} has no picklist`);
}

function choice(given: unknown, index: number): MarketoChoice {
	const submitted = at(given, 'submittedValue');
	const displayValue = at(given, 'displayValue');
	const isValue = ['string', 'number', 'boolean'].includes(typeof submitted);
	if (!isValue || !isRecord(displayValue) || !isText(displayValue.en_US)) {
		throw new Error(
			`/getPicklist: choices[${index}] must have displayValue.en_US and submittedValue`,
		);
	}
	const texts = Object.entries(displayValue).filter(([, text]) => typeof text === 'string');
	return {
		displayValue: Object.fromEntries(texts.map(([locale, text]) => [locale, String(text)])),
		submittedValue: String(submitted),
	};
}
