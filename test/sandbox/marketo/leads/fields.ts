import type { MarketoState } from '../state/marketoState';

/** A field of a lead, as the describe calls tell it. */
export interface LeadField {
	name: string;
	/** The name in the old SOAP API, which response mappings of webhooks use. */
	soapName: string;
	displayName: string;
	dataType: string;
	length?: number;
	readOnly: boolean;
	isCustom: boolean;
}

type Row = [name: string, soapName: string, displayName: string, dataType: string, length?: number];

const WRITEABLE: Row[] = [
	['email', 'Email', 'Email Address', 'email', 255],
	['firstName', 'FirstName', 'First Name', 'string', 255],
	['lastName', 'LastName', 'Last Name', 'string', 255],
	['company', 'Company', 'Company Name', 'string', 255],
	['title', 'Title', 'Job Title', 'string', 255],
	['phone', 'Phone', 'Phone Number', 'phone', 255],
	['mobilePhone', 'MobilePhone', 'Mobile Phone Number', 'phone', 255],
	['website', 'Website', 'Website', 'url', 255],
	['industry', 'Industry', 'Industry', 'string', 255],
	['address', 'Address', 'Address', 'text', 2000],
	['city', 'City', 'City', 'string', 255],
	['state', 'State', 'State', 'string', 255],
	['postalCode', 'PostalCode', 'Postal Code', 'string', 255],
	['country', 'Country', 'Country', 'string', 255],
	['leadSource', 'LeadSource', 'Person Source', 'string', 255],
	['leadScore', 'LeadScore', 'Person Score', 'score'],
	['unsubscribed', 'Unsubscribed', 'Unsubscribed', 'boolean'],
	['numberOfEmployees', 'NumberOfEmployees', 'Num Employees', 'integer'],
	['leadStatus', 'LeadStatus', 'Person Status', 'string', 255],
	['marketingSuspended', 'MarketingSuspended', 'Marketing Suspended', 'boolean'],
	['emailInvalid', 'EmailInvalid', 'Email Invalid', 'boolean'],
];

const READ_ONLY: Row[] = [
	['id', 'Id', 'Id', 'integer'],
	['createdAt', 'CreatedAt', 'Created At', 'datetime'],
	['updatedAt', 'UpdatedAt', 'Updated At', 'datetime'],
	['leadPartitionId', 'LeadPartitionId', 'Person Partition Id', 'integer'],
	['acquisitionProgramId', 'AcquisitionProgramId', 'Acquisition Program Id', 'integer'],
	['cookies', 'Cookies', 'Cookies', 'string'],
	['mktoName', 'MktoName', 'Full Name', 'string', 255],
	['inferredCompany', 'InferredCompany', 'Inferred Company', 'string', 255],
];

/** Company fields can be locked: they then come from the CRM alone. */
export const COMPANY_FIELDS: readonly string[] = [
	'company',
	'website',
	'industry',
	'numberOfEmployees',
];

export function leadFields(state: MarketoState): Map<string, LeadField> {
	const standard =
		(readOnly: boolean) =>
		(row: Row): LeadField => {
			const [name, soapName, displayName, dataType, length] = row;
			const field = { name, soapName, displayName, dataType, readOnly, isCustom: false };
			return length === undefined ? field : { ...field, length };
		};
	const custom = Object.entries(state.world.leadFields).map(([name, dataType]): LeadField => ({
		name,
		soapName: name,
		displayName: state.leadFieldNames.get(name) ?? name,
		dataType,
		...(dataType === 'string' ? { length: 255 } : {}),
		readOnly: false,
		isCustom: true,
	}));
	return new Map(
		[...READ_ONLY.map(standard(true)), ...WRITEABLE.map(standard(false)), ...custom].map(
			(field) => [field.name, field],
		),
	);
}

const SEARCHABLE_TYPES = ['string', 'email', 'integer'];

/** Fields by which leads can be read and looked up. */
export function searchableFields(state: MarketoState): string[] {
	const custom = Object.entries(state.world.leadFields)
		.filter(([, dataType]) => SEARCHABLE_TYPES.includes(dataType))
		.map(([name]) => name);
	return ['id', 'email', 'cookies', ...custom];
}
