import { ACTIVITY } from '../../state/activityLog';
import type { MarketoEmail, MarketoLeadState } from '../../world';
import { causeOf, type CampaignRun, type Outbound, type StepResult } from '../context';
import { resolved } from '../tokens/resolve';

/** Send Email: only operational mail reaches people who have unsubscribed. */
export function sendEmail(
	outbound: Outbound,
	run: CampaignRun,
	lead: MarketoLeadState,
	email: MarketoEmail,
): StepResult {
	const { state } = outbound;
	const { email: to } = lead.fields;
	if (typeof to !== 'string') return { ok: false, message: 'The person has no e-mail address' };
	const isUnsubscribed = lead.unsubscribed === true || lead.fields.unsubscribed === true;
	if (isUnsubscribed && !email.operational) {
		return { ok: false, message: 'Unsubscribed: only operational mail is sent' };
	}
	const scope = { state, run, lead };
	outbound.mails.push({
		to,
		leadId: lead.id,
		email: email.name,
		subject: resolved(email.subject, scope),
		body: resolved(email.body, scope),
		sentAt: state.nowIso(),
	});
	state.activities.add({
		leadId: lead.id,
		activityTypeId: ACTIVITY.sendEmail,
		primaryAttributeValueId: null,
		primaryAttributeValue: email.name,
		attributes: [],
		campaignId: causeOf(run).campaignId,
	});
	return { ok: true, message: `Sent ${email.name} to ${to}` };
}
