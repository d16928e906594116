import type { INodeParameters } from 'n8n-workflow';

import { MARKETO_CAMPAIGNS, MARKETO_PROGRAMS } from '../../../story';
import { panelOf } from '../../support/loneNode';
import type { Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { byId, byWebinar, small } from './support';

let here: Stage;
beforeEach(async () => {
	here = await small();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

/** What the editor hands to the methods of the node's panel. */
async function panel(parameters: INodeParameters = {}) {
	return await panelOf({ type: 'marketoProgram', credentials: here.marketo, parameters });
}

async function search(
	method: 'searchPrograms' | 'searchCampaigns',
	filter?: string,
	token?: string,
) {
	const { context, methods } = await panel();
	return await methods.listSearch[method]!.call(context, filter, token);
}

async function statuses(program?: INodeParameters) {
	const { context, methods } = await panel(program && { program: { __rl: true, ...program } });
	return await methods.loadOptions.getProgramStatuses!.call(context);
}

it('programs are listed with their type and channel, those of webinars first', async () => {
	const { results, paginationToken } = await search('searchPrograms');
	expect(paginationToken).toBeUndefined();
	expect(results.at(-1)).toMatchObject({
		name: 'Autumn advertising (Default, Online Advertising)',
		value: String(MARKETO_PROGRAMS.classic),
	});
	expect(results).toHaveLength(4);
	expect(results[0]?.url).toContain(`#ME${MARKETO_PROGRAMS.main}`);
});

it('programs are searched by name over all pages, and listed page by page', async () => {
	for (let index = 0; index < 450; index += 1) {
		here.sandbox.marketo.cloneProgram(MARKETO_PROGRAMS.classic, `Clone ${index}`);
	}
	const found = await search('searchPrograms', 'clone 449');
	expect(found.results.map(({ name }) => name)).toEqual([
		'Clone 449 (Default, Online Advertising)',
	]);
	const first = await search('searchPrograms');
	const second = await search('searchPrograms', undefined, String(first.paginationToken));
	const third = await search('searchPrograms', undefined, String(second.paginationToken));
	expect(third.paginationToken).toBeUndefined();
	const values = [first, second, third].flatMap(({ results }) => results.map(({ value }) => value));
	expect(new Set(values).size).toBe(454);
});

it('only smart campaigns that can be requested are listed', async () => {
	const { results } = await search('searchCampaigns', 'confirm');
	expect(results.map(({ value }) => value)).toEqual([String(MARKETO_CAMPAIGNS.confirmation)]);
	here.sandbox.marketo.campaigns.get(MARKETO_CAMPAIGNS.confirmation)!.isActive = false;
	expect((await search('searchCampaigns')).results).toEqual([]);
});

it('the statuses of the chosen program are offered, those that make nobody a member and hidden ones not', async () => {
	const { channels } = here.sandbox.marketo.world;
	const channel = channels.find(({ name }) => name === 'Webinar')!;
	channel.progressionStatuses[1]!.hidden = true;
	const options = await statuses(byId(MARKETO_PROGRAMS.main));
	expect(options.map(({ value }) => value)).toEqual([
		'Pending Approval',
		'Waitlisted',
		'Rejected',
		'Registered',
		'Registration Error',
		'No Show',
		'Attended',
		'Attended On-demand',
	]);
});

it('no statuses are offered, and nothing is wrong, before a program is chosen', async () => {
	expect(await statuses({ mode: 'list', value: '' })).toEqual([]);
});

it.each([
	['the ID is none', byId(0), 'No program is chosen'],
	['the program comes from the webinar', byWebinar('1'), 'only when the workflow runs'],
	[
		'the program is an expression',
		{ mode: 'id', value: '={{ 1 }}' },
		'only when the workflow runs',
	],
	['there is no such program', byId(4711), 'no program 4711'],
])('where %s, the panel says what to do', async (_, program, words) => {
	await expect(statuses(program)).rejects.toThrow(words);
});

it('a missing permission is told in the list', async () => {
	here.sandbox.marketo.world.permissions = [];
	await expect(search('searchPrograms')).rejects.toThrow('may not do this');
});
