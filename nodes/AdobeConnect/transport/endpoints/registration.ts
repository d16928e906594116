import type { Parameters } from '../http';
import type { AdobeClient } from '../request';
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../xml/element';

/**
 * `<results>` of the registration form of an event: its questions in `<event-fields>`, what is asked of
 * everybody in `<user-fields>`.
 */
export async function getRegistrationForm(
	client: AdobeClient,
	eventId: string,
): Promise<XmlElement> {
	return await client.call({
		action: 'event-registration-details',
		parameters: [['sco-id', eventId]],
		what: 'the registration form of the event',
	});
}

/** The choices of one question, as `<response>`s. */
export async function getChoices(
	client: AdobeClient,
	eventId: string,
	questionId: string,
): Promise<XmlElement[]> {
	const answer = await client.call({
		action: 'report-asset-response-info',
		parameters: [
			['sco-id', eventId],
			['interaction-id', questionId],
		],
		what: 'the choices of a registration question',
	});
	return childrenOf(answer, 'report-asset-responses', 'response');
}

/** One person's registration for an event. */
export interface EventRegistration {
	login: string;
	email: string;
	firstName: string;
	lastName: string;
	/** Empty = none is sent: events with password bypass want none. */
	password: string;
	/** Empty = none. */
	campaignId: string;
	/** Question id and answer, in the order of the form. */
	answers: ReadonlyArray<readonly [questionId: string, answer: string]>;
}

/**
 * Registers one person for an event, with the event's own mails. A second registration is refused with
 * `already-registered`.
 * https://helpx.adobe.com/adobe-connect/webservices/event-register.html
 * @returns principal-id; empty where the answer names nobody
 */
export async function registerForEvent(
	client: AdobeClient,
	eventId: string,
	{ login, email, firstName, lastName, password, campaignId, answers }: EventRegistration,
): Promise<string> {
	const secret = password === '' ? undefined : password;
	const parameters: Parameters = [
		['sco-id', eventId],
		['login', login],
		['email', email],
		['first-name', firstName],
		['last-name', lastName],
		['password', secret],
		['password-verify', secret],
		['campaign-id', campaignId === '' ? undefined : campaignId],
		// Adobe Connect reads the two as pairs, by their order.
		...answers.flatMap(
			([questionId, answer]) =>
				[
					['interaction-id', questionId],
					['response', answer],
				] as const,
		),
	];
	const answer = await client.call({
		action: 'event-register',
		parameters,
		write: 'registerForEvent',
		what: 'the registration',
	});
	return attributeOf(childOf(answer, 'principal'), 'principal-id');
}
