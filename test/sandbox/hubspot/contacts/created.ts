import { APP } from '../context';

/** What HubSpot itself puts on a contact that an integration creates. */
export function createdDefaults(now: string): Record<string, string> {
	return {
		createdate: now,
		hs_associated_target_accounts: '0',
		hs_currently_enrolled_in_prospecting_agent: 'false',
		hs_is_contact: 'true',
		hs_is_unworked: 'true',
		hs_lifecyclestage_lead_date: String(Date.parse(now)),
		hs_membership_has_accessed_private_content: '0',
		hs_object_source: 'INTEGRATION',
		hs_object_source_id: String(APP.id),
		hs_object_source_label: 'INTEGRATION',
		hs_pipeline: 'contacts-lifecycle-pipeline',
		hs_prospecting_agent_actively_enrolled_count: '0',
		hs_prospecting_agent_total_enrolled_count: '0',
		hs_registered_member: '0',
		hs_sequences_actively_enrolled_count: '0',
		lastmodifieddate: now,
		lifecyclestage: 'lead',
		num_notes: '0',
	};
}
