import type { INodeListSearchResult } from 'n8n-workflow';

import { panelOf } from '../support/loneNode';
import { stage, type Stage } from '../support/world';
import { apiCalls } from './support/zoom';

const DAY = 24 * 60 * 60_000;

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());
beforeEach(() => here.sandbox.books.clear());

/** What the editor calls when somebody opens or searches a list. */
async function search(
	method: 'searchHosts' | 'searchPastWebinars',
	filter?: string,
	token?: string,
): Promise<INodeListSearchResult> {
	const { methods, context } = await panelOf(
		{ type: 'zoomWebinar', credentials: here.zoom },
		'parameters.webinar',
	);
	return await methods.listSearch[method]!.call(context, filter, token);
}

describe('past webinars', () => {
	test('are those that ended within four weeks, each once, with topic and time', async () => {
		const { results, paginationToken } = await search('searchPastWebinars');
		const { main, nobody, noRegistration } = here.story;
		expect(results.map(({ value }) => value)).toEqual(
			[main, nobody, noRegistration].map(({ webinarId }) => String(webinarId)),
		);
		expect(results[0]!.name).toContain(main.topic);
		expect(results[0]!.name).toContain(main.startTime.slice(0, 10));
		expect(paginationToken).toBe('1');
	});

	test('the next page looks further back', async () => {
		const { results, paginationToken } = await search('searchPastWebinars', undefined, '1');
		expect(results.map(({ value }) => value)).toEqual([String(here.story.earlier.webinarId)]);
		expect(paginationToken).toBe('2');
	});

	test.each<[string, (stage: Stage) => string]>([
		['topic', ({ story }) => story.main.topic.slice(0, 12).toUpperCase()],
		['ID', ({ story }) => ` ${story.main.webinarId} `],
	])('are found by %s', async (_, filter) => {
		const { results } = await search('searchPastWebinars', filter(here));
		expect(results.map(({ value }) => value)).toEqual([String(here.story.main.webinarId)]);
	});

	test('an older one is found at once: an empty page would look like an empty list', async () => {
		const { results, paginationToken } = await search(
			'searchPastWebinars',
			here.story.earlier.topic,
		);
		expect(results.map(({ value }) => value)).toEqual([String(here.story.earlier.webinarId)]);
		expect(paginationToken).toBe('2');
	});

	test('what does not exist ends the search after six months', async () => {
		const { results, paginationToken } = await search('searchPastWebinars', 'no such topic');
		expect(results).toEqual([]);
		expect(paginationToken).toBeUndefined();
		expect(apiCalls(here)).toHaveLength(6);
	});

	test('a recurring webinar comes once, with its latest run', async () => {
		const { webinarId } = here.story.nobody;
		const webinar = here.sandbox.zoom.world.webinars.find(({ id }) => id === webinarId)!;
		const again = here.sandbox.now() - 6 * DAY;
		webinar.sessions.push({
			...webinar.sessions[0]!,
			uuid: 'older==',
			startTime: new Date(again - DAY / 24).toISOString(),
			endTime: new Date(again).toISOString(),
		});
		const { results } = await search('searchPastWebinars', String(webinarId));
		expect(results).toHaveLength(1);
		expect(results[0]!.name).toContain(here.story.nobody.startTime.slice(0, 10));
	});
});

describe('hosts', () => {
	test('are the users of the account, by name and address', async () => {
		const { results } = await search('searchHosts');
		expect(results.map(({ value }) => value).sort()).toEqual(
			here.story.world.zoom.users.map(({ email }) => email).sort(),
		);
		const host = here.story.world.zoom.users[0]!;
		const found = await search('searchHosts', host.email.toUpperCase());
		expect(found.results).toEqual([
			{ name: `${host.first_name} ${host.last_name} (${host.email})`, value: host.email },
		]);
	});
});

test('a missing scope is said in the list as well', async () => {
	const { world } = here.sandbox.zoom;
	const scopes = world.scopes;
	world.scopes = scopes.filter((scope) => !scope.includes('list_users'));
	here.sandbox.zoom.revokeTokens();
	await expect(search('searchHosts')).rejects.toThrow(/lacks a scope.*user:read:list_users:admin/);
	world.scopes = scopes;
	here.sandbox.zoom.revokeTokens();
});
