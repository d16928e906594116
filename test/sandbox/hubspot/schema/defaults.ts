/** HubSpot's own contact properties, as far as contacts of this sandbox carry them. */
import type { PropertyDefinition } from './definition';
import { newDefinition } from './definition';

export type Row = [name: string, label: string, type: string, fieldType: string];

const WRITABLE: Row[] = [
	['email', 'Email', 'string', 'text'],
	['firstname', 'First Name', 'string', 'text'],
	['lastname', 'Last Name', 'string', 'text'],
	['phone', 'Phone Number', 'string', 'phonenumber'],
	['mobilephone', 'Mobile Phone Number', 'string', 'phonenumber'],
	['company', 'Company Name', 'string', 'text'],
	['jobtitle', 'Job Title', 'string', 'text'],
	['website', 'Website URL', 'string', 'text'],
	['address', 'Street Address', 'string', 'text'],
	['city', 'City', 'string', 'text'],
	['state', 'State/Region', 'string', 'text'],
	['zip', 'Postal Code', 'string', 'text'],
	['country', 'Country/Region', 'string', 'text'],
	['industry', 'Industry', 'string', 'text'],
	['numemployees', 'Number of Employees', 'number', 'number'],
	['annualrevenue', 'Annual Revenue', 'string', 'text'],
	['message', 'Message', 'string', 'textarea'],
	['salutation', 'Salutation', 'string', 'text'],
	['date_of_birth', 'Date of birth', 'string', 'text'],
	['closedate', 'Close Date', 'datetime', 'date'],
	['lifecyclestage', 'Lifecycle Stage', 'enumeration', 'radio'],
	['hs_lead_status', 'Lead Status', 'enumeration', 'radio'],
	['hubspot_owner_id', 'Contact owner', 'string', 'text'],
	['hs_language', 'Preferred language', 'string', 'text'],
	['hs_timezone', 'Time Zone', 'string', 'text'],
];

const READ_ONLY: Row[] = [
	['hs_object_id', 'Record ID', 'number', 'number'],
	['createdate', 'Create Date', 'datetime', 'date'],
	['lastmodifieddate', 'Last Modified Date', 'datetime', 'date'],
	['hs_additional_emails', 'Additional email addresses', 'enumeration', 'checkbox'],
	['hs_all_contact_vids', 'Merged vids', 'enumeration', 'checkbox'],
	['hs_associated_target_accounts', 'Associated Target Accounts', 'number', 'number'],
	[
		'hs_currently_enrolled_in_prospecting_agent',
		'Currently enrolled in Prospecting Agent',
		'bool',
		'booleancheckbox',
	],
	['hs_email_domain', 'Email Domain', 'string', 'text'],
	['hs_full_name_or_email', 'Full name or email', 'string', 'text'],
	['hs_is_contact', 'Is a contact', 'bool', 'booleancheckbox'],
	['hs_is_unworked', 'Contact unworked', 'bool', 'booleancheckbox'],
	['hs_lifecyclestage_lead_date', 'Became a Lead Date', 'datetime', 'date'],
	['hs_merged_object_ids', 'Merged record IDs', 'enumeration', 'checkbox'],
	['hs_marketable_status', 'Marketing contact status', 'enumeration', 'select'],
	['hs_membership_has_accessed_private_content', 'Accessed private content', 'number', 'number'],
	['hs_object_source', 'Record source', 'string', 'text'],
	['hs_object_source_id', 'Record source ID', 'string', 'text'],
	['hs_object_source_label', 'Record source', 'string', 'text'],
	['hs_pipeline', 'Pipeline', 'string', 'text'],
	['hs_prospecting_agent_actively_enrolled_count', 'Agent enrolments now', 'number', 'number'],
	['hs_prospecting_agent_total_enrolled_count', 'Agent enrolments', 'number', 'number'],
	['hs_registered_member', 'Registered member', 'number', 'number'],
	['hs_sequences_actively_enrolled_count', 'Sequences enrolled', 'number', 'number'],
	['num_notes', 'Number of Sales Activities', 'number', 'number'],
];

/** In order: a contact's stage only moves forward. https://knowledge.hubspot.com/records/use-lifecycle-stages */
export const LIFECYCLE_STAGES = [
	'subscriber',
	'lead',
	'marketingqualifiedlead',
	'salesqualifiedlead',
	'opportunity',
	'customer',
	'evangelist',
	'other',
];

const LEAD_STATUSES = [
	'NEW',
	'OPEN',
	'IN_PROGRESS',
	'OPEN_DEAL',
	'UNQUALIFIED',
	'ATTEMPTED_TO_CONTACT',
	'CONNECTED',
	'BAD_TIMING',
];

export const CONTACT_GROUPS: ReadonlyArray<[name: string, label: string]> = [
	['contactinformation', 'Contact information'],
	['emailinformation', 'Email information'],
	['conversioninformation', 'Conversion information'],
	['contactlcs', 'Contact lifecycle stage'],
];

export function defaultContactProperties(): PropertyDefinition[] {
	return [
		...WRITABLE.map((row) => contactDefinition(row, false)),
		...READ_ONLY.map((row) => contactDefinition(row, true)),
	];
}

function contactDefinition(row: Row, readOnly: boolean): PropertyDefinition {
	return ownDefinition(row, readOnly, 'contactinformation', optionsOf(row[0]));
}

/** A property that HubSpot itself defined; `values` are the options of an enumeration. */
export function ownDefinition(
	[name, label, type, fieldType]: Row,
	readOnlyValue: boolean,
	groupName: string,
	values: readonly string[] = [],
): PropertyDefinition {
	const definition = newDefinition({ name, label, type, fieldType, groupName });
	return {
		...definition,
		options:
			values.length === 0
				? definition.options
				: values.map((value, displayOrder) => ({
						label: value,
						value,
						description: '',
						displayOrder,
						hidden: false,
					})),
		hasUniqueValue: name === 'email' || name === 'hs_object_id',
		modificationMetadata: { archivable: false, readOnlyDefinition: true, readOnlyValue },
		formField: !readOnlyValue,
		hubspotDefined: true,
	};
}

function optionsOf(name: string): readonly string[] {
	if (name === 'lifecyclestage') return LIFECYCLE_STAGES;
	if (name === 'hs_lead_status') return LEAD_STATUSES;
	return [];
}
