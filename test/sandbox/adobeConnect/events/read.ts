import { denied } from '../http/errors';
import { actorOf, type Call } from '../http/router';
import { listed } from '../http/rows';
import { element, textElement, type Element } from '../http/xml';
import type { AdobeState } from '../state/adobeState';
import { SHORTCUTS } from '../state/folders';
import { readable } from '../state/rights';
import type { AdobeEvent } from '../world';

/** The event of `sco-id`. @throws AdobeError no-access/denied */
export function readableEvent(state: AdobeState, call: Call): AdobeEvent {
	const { body } = readable(state, actorOf(call), call.params.id('sco-id'));
	if (body.kind !== 'event') throw denied();
	return body.event;
}

/** What is public: nobody has to be signed in. */
export function eventList(state: AdobeState, call: Call): Element[] {
	const rows = [...state.events.values()]
		.filter(({ published, status }) => published && status === 'not-cancelled')
		.map((event) =>
			element('event', { 'sco-id': event.id }, [
				textElement('name', event.name),
				textElement('url-path', event.urlPath),
				textElement('date-begin', state.date(event.begin)),
				textElement('date-end', state.date(event.end)),
			]),
		);
	return [element('event-list', {}, listed(state, call.params, rows))];
}

/**
 * Those in which the user takes part; a body without anything when there are none.
 * https://helpx.adobe.com/adobe-connect/webservices/report-my-events.html
 */
export function reportMyEvents(state: AdobeState, call: Call): Element[] | null {
	const { id } = actorOf(call);
	const rows = [...state.events.values()].flatMap((event) => {
		const registrant = event.registrants.find(({ principalId }) => principalId === id);
		const permission = registrant?.permission ?? event.permissions?.[id];
		return permission === undefined ? [] : [myEvent(state, event, permission)];
	});
	if (rows.length === 0) return null;
	return [element('my-events', {}, listed(state, call.params, rows))];
}

function myEvent(state: AdobeState, event: AdobeEvent, permission: string): Element {
	const milliseconds = Date.parse(event.end) - Date.parse(event.begin);
	return element(
		'event',
		{
			'sco-id': event.id,
			'tree-id': event.folderId ?? SHORTCUTS.events,
			type: 'event',
			'permission-id': permission,
		},
		[
			textElement('name', event.name),
			textElement('domain-name', new URL(state.host()).host),
			textElement('url-path', event.urlPath),
			textElement('date-begin', state.date(event.begin)),
			textElement('date-end', state.date(event.end)),
			textElement('expired', String(Date.parse(event.end) < state.kernel.now())),
			textElement('duration', new Date(milliseconds).toISOString().slice(11, 23)),
		],
	);
}

/** https://helpx.adobe.com/adobe-connect/webservices/event-info.html */
export function eventInfo(state: AdobeState, call: Call): Element[] {
	const event = readableEvent(state, call);
	const { accountId, timeZone } = state.world;
	const page = `/_a${accountId}${event.urlPath}event`;
	const registered = event.registrants.filter(({ permission }) => permission !== 'denied').length;
	const values: Record<string, string | undefined> = {
		'account-id': accountId,
		'account-name': 'Enterprise Account',
		'date-begin': state.date(event.begin),
		'date-end': state.date(event.end),
		'date-modified': state.date(event.modifiedAt ?? event.createdAt),
		description: event.description,
		'domain-name': state.host(),
		'event-category': 'live',
		'event-guest-policy': 'guest',
		'event-status': event.status,
		'group-id': `9${event.id}`,
		'is-registration-limit-enabled': String(event.registrationLimit !== null),
		'is-social-enabled': 'false',
		'login-is-email': 'false',
		'login-url': `${page}/login.html`,
		name: event.name,
		'number-registered-users': String(registered),
		'password-bypass': String(event.passwordBypass),
		'registration-login-url': `${page}/registration_login.html`,
		'registration-type': 'advance',
		'require-approval': String(event.requireApproval),
		'speaker-name': event.speaker?.name,
		'speaker-overview': event.speaker?.overview,
		type: 'meeting',
		'url-path': event.urlPath,
	};
	return [
		element(
			'event-info',
			{},
			Object.entries(values).map(([name, value]) => textElement(name, value)),
		),
		element('preferences', { 'acl-id': event.id, lang: 'en', 'time-zone-id': timeZone.id }),
	];
}

/** https://helpx.adobe.com/adobe-connect/webservices/notification-list.html */
export function notificationList(state: AdobeState, call: Call): Element[] {
	const event = readableEvent(state, call);
	const rows = (event.notifications ?? []).map((one) =>
		element(
			'notification',
			{
				'target-acl-id': event.id,
				'action-id': one.actionId,
				'action-type-id': 'notification',
				status: one.status,
				'template-id': one.templateId,
				'zone-id': 33,
			},
			[
				textElement('date-modified', state.date(event.modifiedAt ?? event.createdAt)),
				textElement('date-scheduled', state.date(one.scheduledAt)),
				textElement('notification-sent', String(one.status === 'completed')),
				textElement('cq-template-name', 'Reminder'),
				textElement('cq-template-path', 'en/events/email/shared/reminder'),
				textElement('email-subject', one.subject),
				textElement('relative-date', '24-hours-before'),
				textElement('cq-email-template', '1248852437'),
			],
		),
	);
	return [element('notification-list', {}, listed(state, call.params, rows))];
}
