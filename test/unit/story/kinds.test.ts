import type { ZoomParticipantRow } from '../../sandbox/world';
import { EVERY_KIND_FROM, makeStory, RIVAL_DOMAIN, type StoryPerson } from '../../story';
import { engagementLevel } from '../../truth';

const SEEDS = [1, 2, 3, 17, 4242];

/** Every kind that the story promises, as a question to the finished story. */
function kindsOf(seed: number): Record<string, boolean> {
	const { main, world } = makeStory({ seed, registrants: EVERY_KIND_FROM });
	const webinar = world.zoom.webinars.find(({ id }) => id === main.webinarId);
	if (!webinar) throw new Error('the world lacks the main webinar');
	const [practice, session] = webinar.sessions;
	const rows = session.participants;
	const start = Date.parse(main.startTime);
	const registrants = main.people.filter(({ kind }) => kind === 'registrant');
	const guests = main.people.filter(({ kind }) => kind === 'unregisteredGuest');
	const here = registrants.filter(({ presence }) => presence.length > 0);
	const ids = new Map(registrants.map((person) => [person.registrantId ?? '', person]));
	const emails = new Set(main.people.map(({ email }) => email));
	const names = new Set(registrants.map(fullName));
	const clean = (row: ZoomParticipantRow) => row.user_email.trim().toLowerCase();
	const waiting = rows.filter(({ status }) => status === 'in_waiting_room');
	const waited = new Set(waiting.map(({ registrant_id }) => registrant_id));
	const some = (people: StoryPerson[], test: (person: StoryPerson) => boolean) => people.some(test);
	const domain = ({ email }: StoryPerson) => email.slice(email.lastIndexOf('@') + 1);
	const perPerson = (person: StoryPerson) =>
		rows.filter((row) => row.registrant_id === person.registrantId);
	return {
		...Object.fromEntries(
			[1, 2, 3, 4, 5, 6, 7, 8, 9].map((times) => [
				`rejoined ${times} times`,
				some(here, ({ presence }) => presence.length === times + 1),
			]),
		),
		'two devices at once': here.some((person) => {
			const own = perPerson(person).filter(({ status }) => status === 'in_meeting');
			return own.some((one) =>
				own.some(
					(two) => one !== two && one.join_time < two.join_time && two.join_time < one.leave_time,
				),
			);
		}),
		'phone caller': rows.some(({ name, user_email }) => /^\+1\*\*\*/.test(name) && !user_email),
		'let in from the waiting room': some(here, (person) =>
			waited.has(person.registrantId ?? 'none'),
		),
		'never let in': some(
			registrants,
			(person) => person.presence.length === 0 && waited.has(person.registrantId ?? 'none'),
		),
		'stranger never let in': waiting.some((row) => clean(row) !== '' && !emails.has(clean(row))),
		practice: practice.practiceSession && practice.endTime < session.startTime,
		'backstage row': rows.some(({ leave_time }) => Date.parse(leave_time) < start),
		panelist: some(main.people, ({ kind }) => kind === 'panelist') && webinar.panelists.length > 0,
		host: rows.some(({ participant_user_id }) => participant_user_id === webinar.hostId),
		'guest without e-mail': some(main.people, ({ kind }) => kind === 'anonymousGuest'),
		'borrowed link': rows.some(
			(row) => ids.has(row.registrant_id) && ids.get(row.registrant_id)?.email !== clean(row),
		),
		'by e-mail in other case with blanks': rows.some(
			(row) => row.registrant_id === '' && row.user_email !== clean(row) && emails.has(clean(row)),
		),
		'by user id alone': rows.some(
			(row) => row.participant_user_id !== '' && !row.registrant_id && !row.user_email,
		),
		'by name alone': rows.some(
			(row) => names.has(row.name) && !row.registrant_id && !row.user_email,
		),
		failover: rows.some((row) => row.failover),
		'beyond the end': rows.some((row) => Date.parse(row.leave_time) > Date.parse(main.endTime)),
		'typed in upper case': some(registrants, (each) => each.typedEmail.trim() !== each.email),
		'typed with blanks': some(registrants, (each) => each.typedEmail !== each.typedEmail.trim()),
		...Object.fromEntries(
			(['absent', 'known', 'secondary', 'deleted', 'accountUser'] as const).flatMap((crm) => [
				[`registrant ${crm}`, some(registrants, (each) => each.crm === crm)],
				[`guest ${crm}`, some(guests, (each) => each.crm === crm)],
			]),
		),
		'invalid registrant': some(registrants, (each) => !each.emailValid),
		'invalid guest': some(guests, (each) => !each.emailValid),
		'rival domain': some(registrants, (each) => domain(each) === RIVAL_DOMAIN),
		'rival subdomain': some(registrants, (each) => domain(each).endsWith(`.${RIVAL_DOMAIN}`)),
		'rival lookalike': some(registrants, (each) => domain(each) === `not${RIVAL_DOMAIN}`),
		emoji: some(registrants, (each) => /\p{Extended_Pictographic}/u.test(each.firstName)),
		quotes: some(registrants, (each) => /"/.test(each.firstName) && /'/.test(each.lastName)),
		'right to left': some(registrants, (each) =>
			/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(each.lastName),
		),
		'64 characters': some(registrants, (each) => each.lastName.length === 64),
		...Object.fromEntries(
			(['pending', 'denied', 'cancelled'] as const).map((status) => [
				status,
				webinar.registrants.some((each) => each.status === status && !emails.has(each.email)),
			]),
		),
		...Object.fromEntries(
			(['high', 'medium', 'low'] as const).map((level) => [
				`engagement ${level}`,
				some(here, (each) => engagementLevel(main, each) === level),
			]),
		),
		'anonymous poll': session.polls.some(({ name }) => name === 'Anonymous Attendee'),
		'anonymous question': session.qa.some(({ name }) => name === 'Anonymous Attendee'),
		survey: session.survey.length > 1,
		'user without licence': world.zoom.users.some(({ webinarLicence }) => !webinarLicence),
	};
}

function fullName({ firstName, lastName }: StoryPerson): string {
	return `${firstName} ${lastName}`;
}

describe('a story from 200 registrants up', () => {
	it.each(SEEDS)('has every kind of person and row (seed %i)', (seed) => {
		const missing = Object.entries(kindsOf(seed)).filter(([, present]) => !present);
		expect(missing.map(([kind]) => kind)).toEqual([]);
	});

	it('has the CRM hold what it says of its people', () => {
		const { main, earlier, world } = makeStory({ seed: 9, registrants: EVERY_KIND_FROM });
		const { contacts, users } = world.hubspot;
		for (const person of [...main.people, ...earlier.people].filter(({ email }) => email)) {
			const own = contacts.filter(({ email }) => email === person.email);
			const foreign = contacts.filter((each) => each.additionalEmails.includes(person.email));
			expect(users.some(({ email }) => email === person.email)).toBe(person.crm === 'accountUser');
			expect(foreign).toHaveLength(person.crm === 'secondary' ? 1 : 0);
			if (person.crm === 'absent' || person.crm === 'secondary') expect(own).toEqual([]);
			if (person.crm === 'known') expect(own).toMatchObject([{ id: person.contactId }]);
			const archived = own.filter(({ archivedAt }) => archivedAt !== undefined);
			expect(archived).toHaveLength(person.crm === 'deleted' ? 1 : 0);
			for (const { archivedAt } of archived) {
				const age = Date.parse(world.now) - Date.parse(archivedAt ?? '');
				expect(age).toBeLessThan(90 * 86_400_000);
			}
		}
		const ids = contacts.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('shares about 30 % of its registrants with the earlier webinar', () => {
		const { main, earlier } = makeStory({ seed: 9, registrants: 1000 });
		const before = new Set(earlier.people.map(({ key }) => key));
		const both = main.people.filter(({ key, kind }) => kind === 'registrant' && before.has(key));
		expect(both).toHaveLength(300);
	});
});
