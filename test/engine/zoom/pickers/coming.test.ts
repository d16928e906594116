import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import { panelOf } from '../../support/loneNode';
import { stage, type Stage } from '../../support/world';
import { connected, OAUTH2 } from '../credentials/connect';
import { byId, inAHurry } from '../support/zoom';
import { checkedBooks, DAY, newSeries, newWebinar } from '../webinar/support';

let here: Stage;
beforeEach(async () => {
	await inAHurry();
	here = await stage({ registrants: 20 });
});
afterEach(async () => {
	checkedBooks(here);
	await here.close();
});

/** What the editor calls when somebody opens or searches a list. */
async function search(
	method: 'searchPastWebinars' | 'searchWebinars' | 'searchOccurrences' | 'searchHosts',
	{
		filter,
		token,
		parameters = {},
	}: { filter?: string; token?: string; parameters?: INodeParameters } = {},
	zoom: Stage['zoom'] = here.zoom,
): Promise<INodeListSearchResult> {
	const { methods, context } = await panelOf(
		{ type: 'zoomWebinar', credentials: zoom, parameters },
		'parameters.webinar',
	);
	return await methods.listSearch[method]!.call(context, filter, token);
}

async function asUser(): Promise<Stage['zoom']> {
	return { [OAUTH2]: await connected(here) };
}

const AS_USER: INodeParameters = { authentication: 'oAuth2' };

function inDays(days: number): string {
	return new Date(here.sandbox.now() + days * DAY).toISOString();
}

function values({ results }: INodeListSearchResult): unknown[] {
	return results.map(({ value }) => value);
}

function withoutScope(scope: string): void {
	const { world } = here.sandbox.zoom;
	world.scopes = world.scopes.filter((one) => !one.startsWith(scope));
	here.sandbox.zoom.revokeTokens();
}

const REPORT = 'report:read:upcoming_meetings_webinars';

describe('coming webinars of the account', () => {
	test('soonest first, with topic and time; meetings and Zoom Events are left out', async () => {
		const later = newWebinar(here, { startTime: inDays(3), topic: 'Later' });
		const sooner = newWebinar(here, { startTime: inDays(2), topic: 'Sooner' });
		const events = newWebinar(here, { startTime: inDays(2), eventsWebinar: true });
		const { world } = here.sandbox.zoom;
		const hostId = world.users[0]!.id;
		world.meetings = [{ id: 81_000_000_001, hostId, topic: 'Daily', startTime: inDays(1) }];
		const found = await search('searchWebinars');
		const ids = values(found);
		expect(ids.indexOf(String(sooner.id))).toBeLessThan(ids.indexOf(String(later.id)));
		expect(ids).toContain(String(later.id));
		expect(ids).not.toContain(String(events.id));
		expect(ids).not.toContain('81000000001');
		const { name } = found.results.find(({ value }) => value === String(sooner.id))!;
		const when = sooner.startTime.slice(0, 16).replace('T', ' ');
		expect(name).toBe(`Sooner (${when} UTC)`);
	});

	test('an event ID that is no webinar ID is looked up at the host', async () => {
		const { id } = newWebinar(here, { startTime: inDays(2), topic: 'By its UUID' });
		here.sandbox.zoom.upcomingEventId = 'uuid';
		const found = await search('searchWebinars', { filter: 'by its uuid' });
		here.sandbox.zoom.upcomingEventId = 'number';
		expect(values(found)).toEqual([String(id)]);
	});

	test('a series comes once', async () => {
		const { id } = newSeries(here, 1);
		expect(values(await search('searchWebinars')).filter((one) => one === String(id))).toHaveLength(
			1,
		);
	});

	test('each further page looks four weeks ahead; what is searched is found at once', async () => {
		const near = newWebinar(here, { startTime: inDays(2), topic: 'Near' });
		const far = newWebinar(here, { startTime: inDays(100), topic: 'Far away' });
		const first = await search('searchWebinars');
		expect(values(first)).toContain(String(near.id));
		expect(values(first)).not.toContain(String(far.id));
		const seen = [...values(first)];
		let token = first.paginationToken as string | undefined;
		while (token !== undefined) {
			const page = await search('searchWebinars', { token });
			seen.push(...values(page));
			token = page.paginationToken as string | undefined;
		}
		expect(seen).toContain(String(far.id));
		expect(new Set(seen).size).toBe(seen.length);
		for (const filter of [' far AWAY', String(far.id)]) {
			expect(values(await search('searchWebinars', { filter }))).toEqual([String(far.id)]);
		}
		const none = await search('searchWebinars', { filter: 'no such topic' });
		expect(none).toEqual({ results: [] });
	});

	test('host by host where the app may not read the report', async () => {
		withoutScope(REPORT);
		const { users } = here.sandbox.zoom.world;
		const [one, other] = users.filter((user) => user.webinarLicence);
		const ids = [one!, other!].map((user) =>
			String(newWebinar(here, { hostId: user.id, startTime: inDays(200) }).id),
		);
		const events = newWebinar(here, { eventsWebinar: true });
		const found = values(await search('searchWebinars'));
		expect(found).toEqual(expect.arrayContaining(ids));
		expect(found).not.toContain(String(events.id));
	});

	test('an account of many hosts comes page by page', async () => {
		withoutScope(REPORT);
		const { world } = here.sandbox.zoom;
		for (let index = 0; index < 120; index += 1) {
			const user = { ...world.users[0]!, id: `U${index}`, email: `u${index}@example.com` };
			world.users.push({ ...user, webinarLicence: true });
		}
		const near = String(newWebinar(here).id);
		const last = String(newWebinar(here, { hostId: 'U119' }).id);
		const first = await search('searchWebinars');
		expect(values(first)).toContain(near);
		expect(values(first)).not.toContain(last);
		expect(first.paginationToken).toMatch(/^hosts:/);
		expect(values(await search('searchWebinars', { filter: last }))).toEqual([last]);
	});

	test('the account cannot be listed at all: the scope is named, with what to do', async () => {
		withoutScope(REPORT);
		withoutScope('user:read:list_users');
		await expect(search('searchWebinars')).rejects.toMatchObject({
			message: expect.stringContaining('user:read:list_users:admin') as string,
			description: expect.stringContaining('Scopes page') as string,
		});
	});
});

describe('with OAuth2', () => {
	test('the coming webinars are those of who signed in', async () => {
		const zoom = await asUser();
		const mine = newWebinar(here, { startTime: inDays(2) });
		const { users, generalApp } = here.sandbox.zoom.world;
		const other = users.find((user) => user.webinarLicence && user.id !== generalApp!.userId)!;
		const others = newWebinar(here, { hostId: other.id, startTime: inDays(2) });
		const events = newWebinar(here, { eventsWebinar: true });
		const found = values(await search('searchWebinars', { parameters: AS_USER }, zoom));
		expect(found).toContain(String(mine.id));
		expect(found).not.toContain(String(others.id));
		expect(found).not.toContain(String(events.id));
	});

	test('the past webinars are those of who signed in, where the history may not be read', async () => {
		const zoom = await asUser();
		const coming = newWebinar(here, { startTime: inDays(2) });
		const found = values(await search('searchPastWebinars', { parameters: AS_USER }, zoom));
		expect(found).toContain(String(here.story.main.webinarId));
		expect(found).not.toContain(String(coming.id));
	});

	test('the hosts are oneself where users may not be listed; server-to-server has no "me"', async () => {
		const zoom = await asUser();
		const found = await search('searchHosts', { parameters: AS_USER }, zoom);
		expect(found.results).toEqual([{ name: 'Me (User Who Signed In)', value: 'me' }]);
		expect(values(await search('searchHosts'))).not.toContain('me');
	});
});

describe('occurrences', () => {
	test('of the chosen webinar, in its time zone, without deleted ones', async () => {
		const series = newSeries(here, 1);
		series.timezone = 'Asia/Tokyo';
		const [first, second] = series.occurrences!;
		const past = { ...first!, occurrence_id: '1000', start_time: '2026-02-02T20:30:00Z' };
		const gone = { ...second!, occurrence_id: '2000', status: 'deleted' as const };
		series.occurrences = [past, gone, first!, second!];
		const parameters = { webinar: byId(String(series.id)) };
		const { results } = await search('searchOccurrences', { parameters });
		expect(results.map(({ value }) => value)).toEqual([
			first!.occurrence_id,
			second!.occurrence_id,
			'1000',
		]);
		expect(results[2]!.name).toBe('Tue 3 Feb 2026 05:30 (Asia/Tokyo)');
		const found = await search('searchOccurrences', { parameters, filter: 'feb 2026' });
		expect(values(found)).toEqual(['1000']);
	});

	test('a link is taken as well; a single webinar has none', async () => {
		const { id } = newWebinar(here);
		const webinar = { __rl: true, mode: 'url', value: `https://zoom.us/j/${id}` };
		expect(await search('searchOccurrences', { parameters: { webinar } })).toEqual({ results: [] });
	});

	test.each<[string, string, string, string]>([
		['nothing is chosen', '', 'No webinar is chosen yet', 'Choose the webinar first'],
		['an expression', '={{ $json.id }}', 'given by an expression', 'Enter the occurrence by ID'],
		['an unknown ID', '99999999999', 'Zoom does not know this webinar', 'Check the webinar ID'],
		['no ID', 'abc', 'The webinar ID "abc" is not one', 'Enter the 9 to 12 digits'],
	])('%s: said so, with what to do', async (_, value, message, description) => {
		const parameters = { webinar: byId(value) };
		await expect(search('searchOccurrences', { parameters })).rejects.toMatchObject({
			message: expect.stringContaining(message) as string,
			description: expect.stringContaining(description) as string,
		});
	});
});
