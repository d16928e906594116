import type { ActionTable } from '../http/router';
import type { SessionStore } from '../session/store';
import type { AdobeState } from '../state/adobeState';
import { eventsAttendance } from './attended';
import { completeReport } from './completeReport';
import { eventRegistrationDetails, reportAssetResponseInfo } from './form';
import { eventInfo, eventList, notificationList, reportMyEvents } from './read';
import { eventLogin, eventRegister } from './register';

/** The Event module. */
export function eventActions(state: AdobeState, sessions: SessionStore): ActionTable {
	return {
		'event-list': { open: true, handle: (call) => eventList(state, call) },
		'report-my-events': { handle: (call) => reportMyEvents(state, call) },
		'event-info': { handle: (call) => eventInfo(state, call) },
		'event-registration-details': { handle: (call) => eventRegistrationDetails(state, call) },
		'report-asset-response-info': { handle: (call) => reportAssetResponseInfo(state, call) },
		'event-register': { handle: (call) => eventRegister(state, call) },
		'event-login': { open: true, handle: (call) => eventLogin(state, sessions, call) },
		'report-event-participants-complete-information': {
			handle: (call) => completeReport(state, call),
		},
		'events-attendance': { handle: (call) => eventsAttendance(state, call) },
		'notification-list': { handle: (call) => notificationList(state, call) },
	};
}
