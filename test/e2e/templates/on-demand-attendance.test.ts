import { recordingOf, video } from '../../engine/zoom/recording/files';
import { executionError, nodeItems } from '../../host/drive/executions';
import type { ZoomRecording } from '../../sandbox/world';
import type { StoryPerson } from '../../story/contract';
import { MARKETO_PROGRAMS } from '../../story/marketoSettings';
import { filledIn } from './support/programs';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE } from './support/tables';

const PROGRAM = MARKETO_PROGRAMS.main;
const BY_HAND = 'Try it with a past webinar';
let stage: Stage;
let recording: ZoomRecording;
let absent: StoryPerson;
let present: StoryPerson;

/** Registrants with an address and a name that nobody else of the webinar has. */
function plain(people: StoryPerson[]): StoryPerson[] {
	const name = ({ firstName, lastName }: StoryPerson) => `${firstName} ${lastName}`;
	const names = people.map(name);
	return people.filter(
		(person) =>
			person.kind === 'registrant' &&
			person.emailValid &&
			names.filter((other) => other === name(person)).length === 1,
	);
}

function watches({ email, firstName, lastName }: StoryPerson, seconds: number): void {
	const at = new Date(Date.parse(stage.story.main.endTime) + 30 * 60_000).toISOString();
	const name = `${firstName} ${lastName}`;
	recording.views.push({ email, name, date_time: at, duration: seconds });
}

const status = ({ email }: StoryPerson) => stage.judge.statuses(PROGRAM).get(email);

beforeAll(async () => {
	stage = await setStage({
		template: 'on-demand-attendance',
		seed: 241,
		registrants: 40,
		hoursAgo: 4,
		prepare: (world, _now, story) => {
			const { webinarId, sessionUuid } = story.main;
			recording = recordingOf(sessionUuid, [video('video-1')]);
			world.zoom.webinars.find(({ id }) => id === webinarId)!.recordings = [recording];
		},
	});
	const people = plain(stage.story.main.people);
	[absent] = people.filter(({ presence }) => presence.length === 0);
	[present] = people.filter(({ presence }) => presence.length > 0);
	await stage.publish();
});
afterAll(async () => await stage?.close());

/** The tests of this file tell one story and build on one another. */
describe('people view the recording', () => {
	it('says that a webinar has no program yet, and keeps its viewers', async () => {
		watches(absent, 600);
		watches(present, 300);
		const execution = await stage.start('Every day');
		expect(executionError(execution)).toMatch(/nobody could be written.* Connect Webinar/);
		const open = await stage.rows(OPEN_TABLE);
		expect(new Set(open.map(({ reason }) => reason))).toEqual(new Set(['programNotFound']));
		expect(open.map(({ email }) => email)).toEqual([absent.email]);
		expect(stage.sandbox.books.writes('marketo')).toEqual([]);
	});

	it('connects the program that the user names', async () => {
		const { webinarId } = stage.story.main;
		const file = filledIn('on-demand-attendance', { programId: PROGRAM, webinarId });
		const { id } = await stage.importAlso(file);
		const execution = await stage.start('Connect a program', id);
		expect(executionError(execution)).toBe('');
		const [{ json }] = nodeItems(execution, 'Connect webinar');
		expect(json.outcome).toMatchObject({ result: 'synced' });
	});

	it('is only looked at by hand', async () => {
		stage.sandbox.books.clear();
		const execution = await stage.start(BY_HAND);
		expect(executionError(execution)).toBe('');
		expect(nodeItems(execution, 'Summary')[0].json).toMatchObject({ preview: true });
		expect(stage.sandbox.books.writes('marketo')).toEqual([]);
	});

	it('makes the absent Attended On-demand, within the hour, and nobody else', async () => {
		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
		expect(executionError(await stage.start('Every hour'))).toBe('');
		expect(status(absent)).toBe('Attended On-demand');
		expect(status(present)).not.toBe('Attended On-demand');
		expect([...stage.judge.statuses(PROGRAM).values()].filter((one) => /demand/.test(one))).toEqual(
			['Attended On-demand'],
		);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
	});

	it('finds late viewers the next day, and writes and logs nobody twice', async () => {
		const [, late] = plain(stage.story.main.people).filter(({ presence }) => presence.length === 0);
		const logged = (await stage.rows(LOG_TABLE)).length;
		watches(late, 120);
		expect(executionError(await stage.start('Every day'))).toBe('');
		expect(status(late)).toBe('Attended On-demand');
		expect(await stage.rows(LOG_TABLE)).toHaveLength(logged + 1);
		const before = stage.state();
		expect(executionError(await stage.start('Every day'))).toBe('');
		expect(stage.state()).toEqual(before);
		expect(await stage.rows(LOG_TABLE)).toHaveLength(logged + 1);
	});
});
