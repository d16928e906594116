import { clientProblems } from '../../../sandbox/adobeConnect/judge';
import { adobeIds } from '../../../story';
import { stage } from '../../support/world';
import { actions, getAttendees, levelsOfRegistered, people, seen, told } from './support';

const PAGE = 1000;

test('20,000 registrants of an event: everybody as they were there, page by page, one call at a time', async () => {
	const here = await stage({ registrants: 20_000 }, { limits: false });
	const { main, world } = here.story;
	const { webinarId, roomId } = adobeIds(main, 'event');
	const found = people(await getAttendees(here, webinarId));
	expect(found.length).toBeGreaterThanOrEqual(20_000);
	expect(levelsOfRegistered(seen(found), main)).toEqual(levelsOfRegistered(told(main), main));

	const { calls } = here.sandbox.adobeConnect;
	const room = world.adobeConnect!.rooms.find(({ id }) => id === roomId)!;
	const stays = room.held!.flatMap((held) => held.stays).length;
	const answers = room.polls!.flatMap((poll) => poll.answers).length;
	const pages = Math.ceil((stays + 1) / PAGE) + Math.ceil((answers + 1) / PAGE);
	const isLookUp = (action: string): boolean =>
		action === 'principal-list' || action === 'report-bulk-users';
	const asked = actions(here);
	expect(asked.filter((action) => !isLookUp(action)).length).toBeLessThanOrEqual(pages + 8);
	// Of people whose login is no address, 200 at a time in both lists.
	const unknown = main.people.filter(({ emailValid }) => !emailValid).length;
	const lookUps = asked.filter(isLookUp).length;
	expect(lookUps).toBeLessThanOrEqual(2 * (Math.ceil(unknown / 200) + 1));
	const sizes = calls.flatMap(({ params }) => params['filter-rows'] ?? []).map(Number);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(PAGE);
	// Rows that no two pages share, and none left out: every page but the last begins where one ended.
	const starts = calls
		.filter(({ action }) => action === 'report-meeting-attendance')
		.map(({ params }) => Number(params['filter-start']?.[0]));
	expect(starts).toEqual(starts.map((_, index) => index * PAGE));

	// One log-in, one session, never two calls at once, every page sorted.
	const entries = here.sandbox.books.calls('adobeConnect');
	expect(clientProblems(here.sandbox.adobeConnect, entries)).toEqual([]);
	expect(calls.filter(({ action }) => action === 'login')).toHaveLength(1);
	const sessions = new Set(
		calls
			.filter(({ action }) => !['common-info', 'login'].includes(action))
			.map(({ session }) => session),
	);
	expect(sessions.size).toBe(1);
	await here.close();
}, 600_000);
