import type { MarketoState } from '../../state/marketoState';
import type { ServiceDefinition } from './definition';

/** Above those of custom activities, of which an instance has ten at most. */
const FIRST_TYPE = 100_101;

/**
 * Installing a service makes an activity type, so that each use of it can be found.
 * @returns its ID
 */
export function addActivityType(state: MarketoState, definition: ServiceDefinition): number {
	const { flowAttributes, callback, primaryAttribute, texts } = definition;
	const types = state.serviceActivityTypes;
	const id = FIRST_TYPE + types.length;
	const primary = flowAttributes.find(({ apiName }) => apiName === primaryAttribute);
	const others = [...flowAttributes, ...callback.attributes].filter((one) => one !== primary);
	types.push({
		id,
		name: texts.name,
		primaryAttribute: {
			name: primary?.name ?? primaryAttribute,
			dataType: primary?.dataType ?? 'string',
		},
		attributes: [
			...others.map(({ name, dataType }) => ({ name, dataType })),
			{ name: 'Success', dataType: 'boolean' },
			{ name: 'Error Code', dataType: 'string' },
			{ name: 'Reason', dataType: 'string' },
		],
	});
	return id;
}
