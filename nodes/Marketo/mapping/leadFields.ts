import { asObject, asText, type JsonObject } from '../../shared/transport/json';
import { fieldValue, type FieldValues } from './memberFields';

/** What every item of this package may tell of a person, in Marketo's REST names. */
export interface Named {
	firstName: string;
	lastName: string;
	phone: string;
	company: string;
	jobTitle: string;
}

/** Empty values are left out: they leave Marketo as it is. */
export function leadFieldsOf({
	firstName,
	lastName,
	phone,
	company,
	jobTitle,
}: Named): FieldValues {
	return filled({ firstName, lastName, phone, company, title: jobTitle });
}

/** The filled values of a resource mapper, by REST name. */
export function filled(values: JsonObject): FieldValues {
	return Object.fromEntries(
		Object.entries(values).flatMap(([name, value]) => {
			const read = fieldValue(value);
			return read === null ? [] : [[name, read]];
		}),
	);
}

/** A field of people. */
export interface LeadField {
	/** REST name. */
	name: string;
	label: string;
	dataType: string;
	updateable: boolean;
}

/**
 * A row of describe; undefined where REST does not know the field.
 * https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/lead-database/leads
 */
export function leadField(row: JsonObject): LeadField | undefined {
	const rest = asObject(row.rest);
	const name = asText(rest.name);
	if (name === '') return undefined;
	return {
		name,
		label: asText(row.displayName) || name,
		dataType: asText(row.dataType).toLowerCase(),
		updateable: rest.readOnly !== true,
	};
}

/** Fields of the company, which belong to the CRM where Marketo gets its companies from one. */
const COMPANY_FIELDS = new Set([
	'company',
	'website',
	'site',
	'industry',
	'sicCode',
	'mainPhone',
	'annualRevenue',
	'numberOfEmployees',
	'billingStreet',
	'billingCity',
	'billingState',
	'billingCountry',
	'billingPostalCode',
	'companyNotes',
]);

export function tellsCompany(fields: FieldValues): boolean {
	return Object.keys(fields).some((name) => COMPANY_FIELDS.has(name));
}

export function withoutCompany(fields: FieldValues): FieldValues {
	return Object.fromEntries(Object.entries(fields).filter(([name]) => !COMPANY_FIELDS.has(name)));
}
