import { invalid, refusal, startDesk, type Desk } from './proof/desk';
import { HOST, UNLICENSED } from './proof/world';

const NONE = { questions: [], custom_questions: [] };
const WHY = { title: 'Why?', type: 'short' as const, required: true };
const HOW = {
	title: 'How?',
	type: 'multiple' as const,
	required: false,
	answers: ['Hot', 'Cold'],
};
const JOB = { field_name: 'job_title' as const, required: true };

let desk: Desk;

beforeEach(async () => {
	desk = await startDesk();
});

afterEach(() => desk.close());

const path = (id: number) => `/webinars/${id}/registrants/questions`;
const ask = (id: number, body: unknown) => desk.write(`PATCH ${path(id)}`, body);
const asked = async (id: number) => (await desk.read(path(id))).body;

describe('the questions of a registration form', () => {
	it("are set and read by Zoom's own client", async () => {
		const { id: webinarId } = desk.open();
		const { webinars } = desk.client;
		expect(await asked(webinarId)).toEqual(NONE);
		const body = { questions: [JOB], custom_questions: [WHY, HOW] };
		const answer = await webinars.updateRegistrationQuestions({ path: { webinarId }, body });
		expect(answer.statusCode).toBe(204);
		const list = await webinars.listRegistrationQuestions({ path: { webinarId } });
		expect(list.data).toEqual(body);
	});

	it('are replaced by kind, and what is not sent stays', async () => {
		const { id } = desk.open();
		await ask(id, { questions: [JOB], custom_questions: [WHY, HOW] });
		await ask(id, { custom_questions: [HOW] });
		expect(await asked(id)).toEqual({ questions: [JOB], custom_questions: [HOW] });
		await ask(id, { questions: [] });
		expect(await asked(id)).toEqual({ questions: [], custom_questions: [HOW] });
		expect((await ask(id, {})).status).toBe(204);
		expect(await asked(id)).toEqual({ questions: [], custom_questions: [HOW] });
	});

	it('hold for the next registration', async () => {
		const { id } = desk.open();
		const ann = { email: 'ann@example.org', first_name: 'Ann' };
		const register = (more: object) =>
			desk.write(`POST /webinars/${id}/registrants`, { ...ann, ...more });
		await ask(id, { custom_questions: [WHY] });
		expect(await register({})).toMatchObject(invalid('Why?'));
		expect(await register({ custom_questions: [{ title: 'why', value: 'So' }] })).toMatchObject(
			invalid('Why?'),
		);
		const answered = await register({ custom_questions: [{ title: 'Why?', value: 'So' }] });
		expect(answered.status).toBe(201);
	});

	it.each<[string, object, string]>([
		['a field that Zoom does not ask', { questions: [{ field_name: 'shoe_size' }] }, 'questions'],
		['the e-mail, which is always asked', { questions: [{ field_name: 'email' }] }, 'questions'],
		['no field', { questions: [null] }, 'questions'],
		['no list', { questions: JOB }, 'questions'],
		['required that is no flag', { questions: [{ ...JOB, required: 'yes' }] }, 'questions'],
		['no title', { custom_questions: [{ type: 'short' }] }, 'custom_questions'],
		['no list of questions', { custom_questions: WHY }, 'custom_questions'],
		[
			'a kind that does not exist',
			{ custom_questions: [{ ...WHY, type: 'long' }] },
			'custom_questions',
		],
		[
			'a choice without answers',
			{ custom_questions: [{ ...HOW, answers: [] }] },
			'custom_questions.answers',
		],
		[
			'a short answer with choices',
			{ custom_questions: [{ ...WHY, answers: ['So'] }] },
			'custom_questions.answers',
		],
	])('are refused when there is %s; then all is as before', async (_name, body, field) => {
		const { id } = desk.open({ questions: { questions: [JOB], custom_questions: [] } });
		expect(await ask(id, { ...body })).toMatchObject(invalid(field));
		expect(await asked(id)).toEqual({ questions: [JOB], custom_questions: [] });
	});

	it('exist where registration is on, of webinars whose host has the plan', async () => {
		const { id } = desk.open({ approvalType: 2 });
		const off = refusal(3000, `Registration has not been enabled for this webinar: ${id}.`);
		expect(await desk.read(path(id))).toMatchObject(off);
		expect(await ask(id, { questions: [] })).toMatchObject(off);
		const meeting = 81_122_233_344;
		desk.sandbox.zoom.world.meetings = [
			{ id: meeting, hostId: HOST.id, topic: 'Weekly', startTime: '2026-11-25T09:00:00Z' },
		];
		const unknown = refusal(3001, `Webinar does not exist: ${meeting}.`, 404);
		expect(await desk.read(path(meeting))).toMatchObject(unknown);
		expect(await ask(meeting, {})).toMatchObject(unknown);
		const unlicensed = desk.open({ hostId: UNLICENSED.id });
		expect(await desk.read(path(unlicensed.id))).toMatchObject({ body: { code: 200 } });
	});
});
