import type { ZoomSession } from '../../../sandbox/world';
import type { StorySession } from '../../../story/contract';
import { expectedAttendees, pollVoters } from '../../../truth';
import { expectFiguresOf, reports, rowsOf, type Report } from '../../support/report';
import { stage, type Stage } from '../../support/world';
import { zoomNode } from '../support/zoom';
import { reportOf } from './support';

let here: Stage;
beforeAll(async () => {
	here = await stage();
});
afterAll(async () => await here.close());

async function reportOn({ webinarId, sessionUuid }: StorySession): Promise<Report> {
	const session = sessionUuid === '' ? {} : { session: 'one', sessionId: sessionUuid };
	const found = reports(await zoomNode(here, reportOf(webinarId, session)));
	expect(found).toHaveLength(1);
	return found[0]!;
}

function zoomSession({ sessionUuid }: StorySession): ZoomSession {
	const sessions = here.sandbox.zoom.world.webinars.flatMap((webinar) => webinar.sessions);
	return sessions.find(({ uuid }) => uuid === sessionUuid)!;
}

test.each(['main', 'earlier', 'nobody', 'noRegistration', 'neverStarted'] as const)(
	'%s: the figures are those of the people of the story',
	async (name) => {
		const session = here.story[name];
		const report = await reportOn(session);
		expectFiguresOf(session, report);
		expect(report.webinar.webinarId).toBe(String(session.webinarId));
		expect(rowsOf(report.people)).toHaveLength(
			expectedAttendees(session, ['attendee', 'panelist', 'host']).length,
		);
	},
);

test('polls are counted with the voices that belong to nobody, each answer once', async () => {
	const { main } = here.story;
	const { figures } = await reportOn(main);
	// One anonymous entry has answered every poll.
	expect(figures.polls.map(({ people }) => people).sort()).toEqual(
		pollVoters(main)
			.map((voters) => voters + 1)
			.sort(),
	);
	const given = zoomSession(main).polls.flatMap(({ answers }) => answers);
	for (const { question, people, answers } of figures.polls) {
		const own = given.filter((answer) => answer.question === question);
		expect(answers.reduce((sum, { count }) => sum + count, 0)).toBe(people);
		for (const { answer, count } of answers) {
			expect(count).toBe(own.filter((each) => each.answer === answer).length);
		}
	}
	expect(figures.polls[0]!.answers.map(({ answer }) => answer)).toContain('Both; really');
});

test('questions come with who asked and what was answered; on the page are all of them', async () => {
	const { figures, page } = await reportOn(here.story.main);
	const asked = zoomSession(here.story.main).qa.flatMap(({ questions }) => questions);
	expect(figures.questions).toMatchObject({
		asked: asked.length,
		answered: asked.filter(({ answer }) => answer !== '').length,
		people: zoomSession(here.story.main).qa.length,
		notShown: asked.length - 20,
	});
	expect(figures.questions!.list).toHaveLength(20);
	expect(page!.match(/class="asked"/g)).toHaveLength(asked.length);
	const names = new Set(figures.questions!.list.map(({ askedBy }) => askedBy));
	expect(names.size).toBeGreaterThan(3);
});

test('surveys are counted like polls', async () => {
	const { main } = here.story;
	const { figures } = await reportOn(main);
	const answered = main.people.filter(({ surveyAnswered }) => surveyAnswered).length;
	expect(figures.surveys?.map(({ people }) => people)).toEqual([answered + 1, answered + 1]);
});

test('the page shows these figures, in the time zone of the workflow, with the names as they are', async () => {
	const { figures, page } = await reportOn(here.story.main);
	expect(page).toContain(`${figures.showUpRate}%`);
	expect(page).toContain('America/New_York');
	expect(page).toContain('Webinars with &quot;n8n&quot; &amp; friends: année zéro 🎬');
});

test('an item stays small', async () => {
	const { webinar, figures } = await reportOn(here.story.main);
	expect(JSON.stringify({ webinar, figures }).length).toBeLessThan(20_000);
});

test('without registration there is no show-up rate, and the page says why', async () => {
	const { figures, page } = await reportOn(here.story.noRegistration);
	expect(figures).toMatchObject({ registered: null, noShows: null, showUpRate: null });
	expect(page).toContain('had no registration');
});

test.each([
	['nobody', 'nobodyAttended'],
	['neverStarted', 'neverStarted'],
] as const)(
	'%s: one item that says so, with a page and everybody who registered',
	async (name, reason) => {
		const report = await reportOn(here.story[name]);
		expect(report.reason).toBe(reason);
		expect(report.page).toContain('class="callout"');
		expect(report.figures).toMatchObject({ attended: 0, attendanceOverTime: [], peakTime: null });
	},
);
