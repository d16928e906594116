import type { ActionTable } from './http/router';
import { eventActions } from './events/actions';
import { peopleActions } from './people/actions';
import { recordingActions } from './recordings/actions';
import { reportActions } from './reports/actions';
import { scoActions } from './scos/actions';
import { sessionActions } from './session/actions';
import type { SessionStore } from './session/store';
import type { AdobeState } from './state/adobeState';

/** Every action that is played; others are answered no-access. */
export function allActions(state: AdobeState, sessions: SessionStore): ActionTable {
	return {
		...sessionActions(state, sessions),
		...scoActions(state),
		...peopleActions(state),
		...eventActions(state, sessions),
		...reportActions(state),
		...recordingActions(state),
	};
}
