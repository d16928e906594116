import { invalid } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { mustBeAdministrator } from '../state/rights';

/** https://helpx.adobe.com/adobe-connect/webservices/custom-field-update.html */
export function customFieldUpdate(state: AdobeState, call: Call): Element[] {
	mustBeAdministrator(actorOf(call));
	const { params } = call;
	const fieldId = params.text('field-id');
	if (fieldId !== undefined && !/^\d+$/.test(fieldId)) {
		throw invalid({ field: 'prepared-statement', type: 'long', subcode: 'format' });
	}
	return [
		element(
			'field',
			{
				'account-id': state.world.accountId,
				'is-primary': true,
				'is-required': params.flag('is-required') ?? false,
				'field-id': fieldId ?? state.newId(),
				'object-type': params.text('object-type') ?? 'object-type-principal',
				'display-seq': params.count('display-seq') ?? 1,
				'field-type': params.text('field-type') ?? 'text',
				'permission-id': params.text('permission-id') ?? 'manage',
			},
			[textElement('name', params.required('name'))],
		),
	];
}
