import { element, type Element } from './xml';

/** One wrong parameter, as `<invalid …/>` names it. */
export interface InvalidField {
	field: string;
	/** string, id, date, long, … */
	type: string;
	subcode: string;
	min?: number;
	max?: number;
}

/**
 * Thrown by actions; answered with HTTP 200 and a status that is not `ok`.
 * https://helpx.adobe.com/adobe-connect/webservices/common-xml-elements-attributes.html
 */
export class AdobeError extends Error {
	constructor(
		readonly code: string,
		readonly subcode?: string,
		readonly content: Element[] = [],
	) {
		const fields = content.map(({ attributes }) => Object.values(attributes).join(' '));
		super([code, subcode, ...fields].filter(Boolean).join(' ').trim());
	}

	/** `no-access/denied` */
	get status(): string {
		return this.subcode === undefined ? this.code : `${this.code}/${this.subcode}`;
	}
}

export function invalid(...fields: InvalidField[]): AdobeError {
	return new AdobeError(
		'invalid',
		undefined,
		fields.map(({ field, type, subcode, min, max }) =>
			element('invalid', { field, type, subcode, min, max }),
		),
	);
}

/** Also for what does not exist. */
export const denied = (): AdobeError => new AdobeError('no-access', 'denied');

export const noLogin = (): AdobeError => new AdobeError('no-access', 'no-login');

export function wrongType(): AdobeError {
	return new AdobeError('internal-error', undefined, [
		element('exception', {}, 'Incorrect input value or type. Please retry with correct input.'),
	]);
}

export function statusElement(error?: Pick<AdobeError, 'code' | 'subcode' | 'content'>): Element {
	if (!error) return element('status', { code: 'ok' });
	return element('status', { code: error.code, subcode: error.subcode }, error.content);
}
