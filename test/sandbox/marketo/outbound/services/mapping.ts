import { isTextType, leadFieldType } from '../leadFields';
import type { MarketoState } from '../../state/marketoState';
import type { ServiceDefinition, ServiceField } from './definition';

/** Service attributes and the lead fields (REST names) that the admin has mapped them to. */
export interface FieldMappings {
	invocation: Record<string, string>;
	callback: Record<string, string>;
}

/** What the admin finds filled in: suggestions that are lead fields of a fitting type. */
export function suggestedMappings(
	state: MarketoState,
	{ invocation, callback }: ServiceDefinition,
): FieldMappings {
	const suggested = (fields: ServiceField[]) =>
		Object.fromEntries(
			fields.flatMap((field) => {
				const name = field.suggestedMarketoAttribute;
				if (name === undefined || !fits(leadFieldType(state, name), field.dataType)) return [];
				return [[field.serviceAttribute, name]];
			}),
		);
	return { invocation: suggested(invocation.fields), callback: suggested(callback.fields) };
}

/** What keeps the admin from saving the mapping. */
export function mappingProblems(
	state: MarketoState,
	{ invocation, callback }: ServiceDefinition,
	mappings: FieldMappings,
): string[] {
	const known = (fields: ServiceField[], userDriven: boolean, mapped: Record<string, string>) =>
		Object.entries(mapped).flatMap(([attribute, field]) => [
			...(userDriven || fields.some((one) => one.serviceAttribute === attribute)
				? []
				: [`The service has no field ${attribute}`]),
			...(leadFieldType(state, field) === undefined ? [`There is no lead field ${field}`] : []),
		]);
	const missing = invocation.userDrivenMapping
		? []
		: invocation.fields.filter(
				({ required, serviceAttribute }) =>
					required && mappings.invocation[serviceAttribute] === undefined,
			);
	return [
		...known(invocation.fields, invocation.userDrivenMapping, mappings.invocation),
		...known(callback.fields, callback.userDrivenMapping, mappings.callback),
		...missing.map(
			({ serviceAttribute }) => `The required field ${serviceAttribute} is not mapped`,
		),
	];
}

/** `fieldMappingContext` of a picklist's request. */
export function mappingContext(
	{ invocation, callback }: ServiceDefinition,
	mappings: FieldMappings,
): Record<string, unknown> {
	const listed = (mapped: Record<string, string>, userDriven: boolean) =>
		Object.entries(mapped).map(([serviceAttribute, marketoAttribute]) =>
			userDriven ? { marketoAttribute } : { marketoAttribute, serviceAttribute },
		);
	return {
		invocation: listed(mappings.invocation, invocation.userDrivenMapping),
		callback: listed(mappings.callback, callback.userDrivenMapping),
	};
}

function fits(fieldType: string | undefined, dataType: string): boolean {
	return fieldType === dataType || (isTextType(fieldType) && isTextType(dataType));
}
