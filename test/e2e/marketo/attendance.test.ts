import { nodeItems } from '../../host/drive/executions';
import type { MarketoLeadState } from '../../sandbox/marketo/world';
import type { ZoomParticipantRow } from '../../sandbox/world';
import { Stage } from './support/stage';
import { attendanceWorkflow, flowStepWorkflow } from './support/workflows';
import {
	formCampaign,
	registered,
	SAME_STEP,
	sendConfirmation,
	useFlowStep,
} from './support/world';

const SESSION = 'hElDoRcHiDs000000001==';
const MINUTE_MS = 60_000;
const ago = (minutes: number) =>
	new Date(Date.now() - minutes * MINUTE_MS).toISOString().replace(/\.\d+Z$/, 'Z');

let stage: Stage;
let leads: Record<'ada' | 'grace' | 'alan' | 'barbara', MarketoLeadState>;
let workflowId: string;

beforeAll(async () => {
	stage = await Stage.set(64);
	await stage.connect(stage.webinar, SAME_STEP);
	const flow = [registered(SAME_STEP), useFlowStep(), sendConfirmation];
	stage.marketo.campaigns.set(SAME_STEP.campaignId, formCampaign(SAME_STEP, flow));
	await stage.installed(flowStepWorkflow(), 'Marketo asks');
	const person = async (name: string) =>
		await stage.desk.fillsOut(SAME_STEP, { email: `${name}@example.com`, firstName: name });
	leads = {
		ada: await person('ada'),
		grace: await person('grace'),
		alan: await person('alan'),
		barbara: await person('barbara'),
	};
	hold();
});
afterAll(async () => await stage.close());

/** The webinar takes place: Ada and Grace come, and a guest who is not registered. */
function hold(): void {
	const { webinar } = stage;
	webinar.startTime = ago(70);
	webinar.registrants.forEach((one) => (one.create_time = ago(3 * 24 * 60)));
	const row = (name: string, email: string, registrantId = ''): ZoomParticipantRow => ({
		id: '',
		user_id: String(16_778_240 + name.length),
		name,
		user_email: email,
		join_time: ago(69),
		leave_time: ago(30),
		duration: 39 * 60,
		registrant_id: registrantId,
		participant_user_id: '',
		failover: false,
		status: 'in_meeting',
	});
	const came = (lead: MarketoLeadState) =>
		row(String(lead.fields.firstName), '', stage.registrant(lead)?.id);
	webinar.uuid = SESSION;
	webinar.sessions.push({
		uuid: SESSION,
		startTime: ago(70),
		endTime: ago(25),
		practiceSession: false,
		reportReadyAt: ago(24),
		durationsReadyAt: ago(24),
		participants: [came(leads.ada), came(leads.grace), row('Guest', 'guest@example.com')],
		polls: [
			{
				email: 'ada@example.com',
				name: 'ada',
				first_name: 'ada',
				last_name: '',
				answers: [
					{
						question: 'Sun or shade?',
						answer: 'Shade',
						date_time: ago(50),
						polling_id: 'poll1',
					},
				],
			},
		],
		qa: [],
		survey: [],
	});
}

/** The members of the program by the first part of their address. */
function statuses(): Record<string, string> {
	const members = [...stage.marketo.members.values()].filter(
		({ programId }) => programId === SAME_STEP.programId,
	);
	return Object.fromEntries(
		members.map(({ leadId, statusName }) => {
			const [name = ''] = String(stage.marketo.leads.get(leadId)?.fields.email).split('@');
			return [name, statusName];
		}),
	);
}

const AFTER = {
	ada: 'Attended',
	grace: 'Attended',
	alan: 'No Show',
	barbara: 'No Show',
	guest: 'Attended',
};

test('after the webinar the right members are Attended and No Show', async () => {
	const made = await stage.imported(attendanceWorkflow(stage.webinar.id));
	workflowId = made.id;
	const execution = await stage.again(workflowId);
	expect(execution.status).toBe('success');
	expect(nodeItems(execution, 'Sync', 0).map(({ json }) => json.outcome)).toEqual(
		Array(5).fill(expect.objectContaining({ destination: 'marketo', result: 'synced' })),
	);
	expect(statuses()).toEqual(AFTER);
});

test('the links that people were sent stay as they were', () => {
	for (const lead of Object.values(leads)) {
		expect(stage.desk.member(SAME_STEP, lead).webinarUrl).toBe(stage.registrant(lead)?.join_url);
	}
});

test('a second run changes nothing', async () => {
	stage.sandbox.books.clear();
	const activities = stage.marketo.activities.length;
	const execution = await stage.again(workflowId);
	const outcomes = nodeItems(execution, 'Sync', 0).map(({ json }) => json.outcome);
	expect(outcomes).toEqual(Array(5).fill(expect.objectContaining({ result: 'unchanged' })));
	// People are found by writing what they are already, the only call that tells 300 of them at once.
	const writes = stage.sandbox.books.writes('marketo').map(({ path }) => path);
	expect(writes).toEqual(['/rest/v1/leads.json']);
	expect(stage.marketo.activities).toHaveLength(activities);
	expect(statuses()).toEqual(AFTER);
});

test('who watches the recording later moves on from No Show, and nobody moves back', async () => {
	stage.webinar.recordings = [
		{
			sessionUuid: SESSION,
			readyAt: ago(20),
			shareUrl: 'https://zoom.example/rec/share/orchids',
			playPasscode: 'FAKE-play',
			password: 'FAKE-word',
			files: [],
			views: ['alan', 'ada'].map((name) => ({
				email: `${name}@example.com`,
				name,
				date_time: ago(5),
				duration: 600,
			})),
		},
	];
	const file = attendanceWorkflow(stage.webinar.id);
	const attendees = file.nodes.find(({ name }) => name === 'Attendees');
	if (attendees) attendees.parameters.peopleToReturn = ['attended', 'noShow', 'onDemand'];
	const execution = await stage.run(file);
	expect(execution.status).toBe('success');
	expect(statuses()).toEqual({ ...AFTER, alan: 'Attended On-demand' });
	// The first workflow knows nothing of recordings: to it Alan is still a no-show.
	await stage.again(workflowId);
	expect(statuses()).toEqual({ ...AFTER, alan: 'Attended On-demand' });
});
