import type { MarketoActivity, MarketoSide } from '../../sandbox/marketo/contract';
import type { MarketoLeadState, MarketoMemberState } from '../../sandbox/marketo/world';
import { expectedMarketo, marketoDifferences } from '../../truth';
import { MAIN, withPerson } from './smallStory';

const TYPE = 100_001;
const PROGRAM = 7;
const RULES = { leads: [], joinLinks: new Map<string, string>(), texts: true };

type Held = Pick<MarketoSide, 'members' | 'activities' | 'leadsByEmail' | 'customActivityTypes'>;

function lead(id: number, email: string): MarketoLeadState {
	return { id, fields: { email } };
}

/** A program that holds exactly what is expected. */
function perfect(): Held & { list: MarketoMemberState[] } {
	const { members: expected } = expectedMarketo(MAIN, RULES);
	const list = expected.map((member, index): MarketoMemberState => ({
		...{ id: index, programId: PROGRAM, leadId: index, fields: {}, updatedAt: '' },
		...{ membershipDate: '', statusName: member.statusName },
		...{ webinarUrl: member.webinarUrl, registrationCode: member.registrationCode },
	}));
	const activities = expected.flatMap((member, leadId) =>
		Object.entries(member.interactions).flatMap(([kind, count]) =>
			Array.from({ length: count }, () => activity(leadId, kind)),
		),
	);
	const leads = expected.map(({ email }, index) => lead(index, email));
	return {
		list,
		members: new Map(list.map((member) => [`${PROGRAM}:${member.leadId}`, member])),
		activities,
		leadsByEmail: (email) => leads.filter(({ fields }) => fields.email === email),
		customActivityTypes: [{ id: TYPE } as Held['customActivityTypes'][number]],
	};
}

function activity(leadId: number, kind: string): MarketoActivity {
	return {
		...{ id: 1, marketoGUID: '1', leadId, activityDate: MAIN.startTime, activityTypeId: TYPE },
		...{ campaignId: null, primaryAttributeValueId: null, visibleAt: 0 },
		primaryAttributeValue: MAIN.topic,
		attributes: [
			{ name: 'Kind', value: kind },
			{ name: 'Count', value: 1 },
			{ name: 'Webinar ID', value: String(MAIN.webinarId) },
		],
	};
}

const told = (held: Held) => marketoDifferences(expectedMarketo(MAIN, RULES), PROGRAM, held, []);

describe('what Marketo must hold', () => {
	it('is what the people did, and nothing of people without an address', () => {
		const { members, leftOut } = expectedMarketo(MAIN, RULES);
		expect(members.map(({ key, statusName, activities }) => [key, statusName, activities])).toEqual(
			[
				['ada', 'Attended', 3],
				['bea', 'Attended', 1],
				['cyd', 'No Show', 0],
				['dan', 'Attended', 3],
				['eve', 'Attended', 0],
			],
		);
		expect([...leftOut]).toEqual([['phone', 'noEmail']]);
	});

	it('is one activity per kind where nobody tells the texts', () => {
		const [ada] = expectedMarketo(MAIN, { ...RULES, texts: false }).members;
		expect(ada).toMatchObject({ interactions: { poll: 2, question: 1 }, activities: 2 });
	});

	it('is nothing of somebody whose address several people have', () => {
		const session = withPerson({ email: 'twice@example.com', presence: MAIN.people[0]!.presence });
		const leads = [lead(1, 'twice@example.com'), lead(2, 'twice@example.com')];
		const { members, leftOut } = expectedMarketo(session, { ...RULES, leads });
		expect(members).toEqual([]);
		expect([...leftOut.values()]).toEqual(['duplicateLeads']);
	});
});

describe('differences of a program', () => {
	it('are none where everything is as expected', () => {
		expect(told(perfect())).toEqual([]);
	});

	it.each<[string, (held: ReturnType<typeof perfect>) => void]>([
		['another status', ({ list }) => void (list[0]!.statusName = 'Registered')],
		['a link from nowhere', ({ list }) => void (list[1]!.webinarUrl = 'https://x.example')],
		['a missing member', ({ members }) => void members.delete(`${PROGRAM}:2`)],
		['a doubled activity', ({ activities }) => void activities.push(activities[0]!)],
		['a lost activity', ({ activities }) => void activities.pop()],
		['an activity of nobody', ({ activities }) => void activities.push(activity(2, 'chat'))],
		[
			'an activity of the moment of the run',
			({ activities }) => void (activities[0]!.activityDate = '2026-12-01T00:00:00Z'),
		],
		[
			'somebody who was not to be written',
			({ members, list }) => void members.set('x', { ...list[0]!, leadId: 99 }),
		],
	])('name %s', (_, change) => {
		const held = perfect();
		change(held);
		expect(told(held)).not.toEqual([]);
	});
});
