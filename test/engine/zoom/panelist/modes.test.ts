import { describeModes } from '../webinar/modes';
import { newWebinar, onWebinar, stateOf } from '../webinar/support';

describeModes('panelist:add', {
	parameters: onWebinar('panelist', 'add', {
		email: '={{ $json.email }}',
		panelistName: 'Somebody',
	}),
	good: (here, index) => ({ webinarId: newWebinar(here).id, email: `good${index}@example.com` }),
	bad: () => ({ webinarId: 99_999_999_999, email: 'bad@example.com' }),
	isDone: (here, { webinarId }) => stateOf(here, webinarId)!.panelists.length === 1,
	scope: 'webinar:write:panelist:admin',
});

const PRESENT = { id: 'P1', name: 'Ana', email: 'ana@example.com' };

describeModes('panelist:remove', {
	parameters: onWebinar('panelist', 'remove', { remove: 'one', panelist: 'ana@example.com' }),
	good: (here) => ({ webinarId: newWebinar(here, { panelists: [{ ...PRESENT }] }).id }),
	bad: () => ({ webinarId: 99_999_999_999 }),
	isDone: (here, { webinarId }) => stateOf(here, webinarId)!.panelists.length === 0,
	scope: 'webinar:delete:panelist:admin',
});
