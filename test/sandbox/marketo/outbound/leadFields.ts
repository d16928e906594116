import { leadFields } from '../leads/fields';
import type { MarketoState } from '../state/marketoState';

const TEXT_TYPES = ['string', 'text', 'url', 'email', 'phone'];

/**
 * Data type of a field that services and webhooks may write.
 * @returns undefined when the person has no such field (REST name), or when nobody may write it
 */
export function leadFieldType(state: MarketoState, name: string): string | undefined {
	const field = leadFields(state).get(name);
	return field?.readOnly === false ? field.dataType : undefined;
}

export function isTextType(type: string | undefined): boolean {
	return TEXT_TYPES.includes(type ?? '');
}
