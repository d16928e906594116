import type { INodeParameters } from 'n8n-workflow';

import { expectedAttendees, expectedFigures, withMinimum } from '../../../truth';
import { reports, rowsOf, type Report } from '../../support/report';
import { stage, type Stage } from '../../support/world';
import { apiCalls, jsons, zoomNode } from '../support/zoom';
import { validatorOf } from '../../support/schema';
import { reportOf } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());

const run = async (changes: INodeParameters = {}, asTool = false) =>
	await zoomNode(here, reportOf(here.story.main.webinarId, changes), { asTool });

async function mainReport(changes: INodeParameters = {}): Promise<Report> {
	return reports(await run(changes))[0]!;
}

test('files are attached as they are chosen, with names of the topic and the start in the time zone', async () => {
	const { outputs } = await run({ options: { timezone: 'UTC' } });
	const { binary } = outputs[0]![0]!;
	const started = here.story.main.startTime.slice(0, 16).replace('T', '-').replace(':', '');
	const slug = `webinars-with-n8n-friends-année-zéro-${started}`;
	expect(binary?.page).toMatchObject({
		fileName: `webinar-report-${slug}.html`,
		mimeType: 'text/html',
		fileExtension: 'html',
	});
	expect(binary?.people).toMatchObject({
		fileName: `webinar-people-${slug}.csv`,
		mimeType: 'text/csv',
		fileExtension: 'csv',
	});
	expect(await mainReport({ filesToAttach: ['people'] })).toMatchObject({ page: undefined });
	expect(await mainReport({ filesToAttach: ['page'] })).toMatchObject({ people: undefined });
	const none = await run({ filesToAttach: [] });
	expect(Object.keys(none.outputs[0]![0]!.binary ?? {})).toEqual([]);
});

test('Time Zone is that of the page and of the file of people', async () => {
	const { page, people } = await mainReport({ options: { timezone: 'Asia/Kolkata' } });
	expect(page).toContain('Asia/Kolkata (UTC+5:30)');
	expect(people).toContain(',Asia/Kolkata,');
	const { error } = await run({ options: { timezone: 'Mars/Olympus' } });
	expect(error?.message).toContain('Mars/Olympus');
	expect(error?.description).toContain('Europe/Berlin');
});

test('Minimum Attendance makes no-shows of those who stayed for less', async () => {
	const minimum = { amount: 50, unit: 'percent' } as const;
	const options = { minimumAttendance: 50, minimumAttendanceUnit: 'percent' };
	const { figures, page } = await mainReport({ options });
	const left = withMinimum(expectedAttendees(here.story.main), minimum).filter(
		({ attendanceStatus }) => attendanceStatus === 'attended',
	);
	expect(figures.attended).toBe(left.length);
	expect(figures.belowMinimum).toBe(expectedFigures(here.story.main).attended - left.length);
	expect(figures.peakAttendees).toBeLessThanOrEqual(left.length);
	expect(page).toContain('stayed for less than 50%');
});

test('Name People off: neither the figures nor the page say who asked; the CSV names everybody', async () => {
	const named = await mainReport();
	const names = named.figures.questions!.list.flatMap(({ askedBy }) => askedBy ?? []);
	const { figures, page, people } = await mainReport({ options: { namePeople: false } });
	expect(names.length).toBeGreaterThan(5);
	expect(figures.questions!.list.filter(({ askedBy }) => askedBy !== null)).toEqual([]);
	for (const { firstName, lastName } of here.story.main.people) {
		expect(page).not.toContain(`${firstName} ${lastName}`);
	}
	expect(rowsOf(people)).toEqual(rowsOf(named.people));
});

describe('on-demand viewers', () => {
	const view = (email: string, seconds: number) => ({
		...{ email, name: '', duration: seconds },
		date_time: new Date(Date.parse(here.story.main.endTime) + 60_000).toISOString(),
	});

	test('are null where Zoom tells none, and the page says why', async () => {
		const { figures, page } = await mainReport();
		expect(figures.onDemand).toBeNull();
		expect(page).toContain('Who viewed the recording is not known');
		expect(page).not.toContain('On demand');
	});

	test('are counted where it does, and not asked for where they are not wanted', async () => {
		const { main } = here.story;
		const [absent] = main.people.filter(
			({ kind, emailValid, presence }) =>
				kind === 'registrant' && emailValid && presence.length === 0,
		);
		const webinar = here.sandbox.zoom.world.webinars.find(({ id }) => id === main.webinarId)!;
		webinar.recordings = [
			{
				...{ sessionUuid: main.sessionUuid, readyAt: main.endTime, files: [] },
				...{ shareUrl: 'https://zoom.example/rec', playPasscode: 'FAKE', password: 'FAKE' },
				views: [view(absent.email, 120), view('stranger@elsewhere.example.com', 61)],
			},
		];
		const { figures, page } = await mainReport();
		expect(figures.onDemand).toEqual({ viewers: 2, insteadOfLive: 2, averageViewedSeconds: 91 });
		const expected = expectedFigures(main);
		expect(figures).toMatchObject({
			...{ registered: expected.registered, showUpRate: expected.showUpRate },
			noShows: expected.noShows! - 1,
		});
		expect(page).toContain('Recording only');
		const before = apiCalls(here).length;
		const without = await mainReport({ options: { includeOnDemand: false } });
		expect(without.figures.onDemand).toBeNull();
		expect(apiCalls(here).slice(before).join()).not.toContain('analytics');
		webinar.recordings = [];
	});
});

test('a report takes the calls of Get attendees of everybody, and none more', async () => {
	const calls = async (parameters: INodeParameters): Promise<string[]> => {
		const before = apiCalls(here).length;
		await zoomNode(here, parameters);
		return apiCalls(here).slice(before);
	};
	const { webinarId } = here.story.main;
	const people = ['attended', 'noShow', 'onDemand', 'panelist', 'host'];
	const attendees = { resource: 'attendee', operation: 'get', peopleToReturn: people };
	expect(await calls(reportOf(webinarId))).toEqual(
		await calls({ ...reportOf(webinarId), ...attendees }),
	);
});

test('an agent gets figures alone, few enough to read', async () => {
	const { outputs } = await run({}, true);
	const [item, ...more] = outputs[0]!;
	expect(more).toEqual([]);
	expect(item.binary).toBeUndefined();
	expect(item.json).toMatchObject({ figures: expectedFigures(here.story.main) });
	expect(JSON.stringify(item.json).length).toBeLessThan(8000);
});

test('items are what their schema says', async () => {
	const { nobody, noRegistration, main } = here.story;
	const validate = validatorOf('Zoom/__schema__/v1.0.0/webinar/report.json');
	for (const { webinarId } of [main, nobody, noRegistration]) {
		const { outputs } = await zoomNode(here, reportOf(webinarId));
		for (const json of jsons(outputs[0])) {
			validate(json);
			expect(validate.errors ?? []).toEqual([]);
		}
	}
});
