import fc from 'fast-check';
import { makeStory, MARKETO_PROGRAMS, type Story } from '../../story';

const stories = fc
	.record({ seed: fc.integer(), registrants: fc.integer({ min: 10, max: 120 }) })
	.map(makeStory);
const RUNS = { numRuns: 25 };

function marketoOf(story: Story) {
	if (!story.world.marketo) throw new Error('the world lacks Marketo');
	return story.world.marketo;
}

describe("the story's Marketo", () => {
	it('knows the people that HubSpot knows by their own address, and nobody else', () => {
		fc.assert(
			fc.property(stories, (story) => {
				const emails = new Set(marketoOf(story).leads.map(({ fields }) => fields.email));
				for (const { email, crm } of story.main.people) {
					if (crm === 'known') expect(emails).toContain(email);
					if (['absent', 'secondary', 'deleted'].includes(crm)) expect(emails).not.toContain(email);
				}
			}),
			RUNS,
		);
	});

	it('has members that are leads and registrants, each once, on statuses of the channel', () => {
		fc.assert(
			fc.property(stories, (story) => {
				const { leads, members, channels, programs } = marketoOf(story);
				const emailOf = new Map(leads.map(({ id, fields }) => [id, fields.email]));
				const registrants = new Set(
					story.main.people.filter(({ kind }) => kind === 'registrant').map(({ email }) => email),
				);
				const program = programs.find(({ id }) => id === MARKETO_PROGRAMS.main);
				const channel = channels.find(({ name }) => name === program?.channel);
				const statuses = channel?.progressionStatuses.map(({ name }) => name);
				expect(new Set(members.map(({ leadId }) => leadId)).size).toBe(members.length);
				for (const { leadId, statusName, programId } of members) {
					expect(programId).toBe(MARKETO_PROGRAMS.main);
					expect(registrants).toContain(emailOf.get(leadId));
					expect(statuses).toContain(statusName);
				}
			}),
			RUNS,
		);
	});

	it('has a few people twice, some Registered, some Invited and some who are no members', () => {
		const { leads, members } = marketoOf(makeStory({ seed: 11, registrants: 200 }));
		const emails = leads.map(({ fields }) => fields.email);
		expect(new Set(emails).size).toBeLessThan(emails.length);
		const statuses = new Set(members.map(({ statusName }) => statusName));
		expect(statuses).toEqual(new Set(['Registered', 'Invited']));
		expect(members.length).toBeLessThan(leads.length);
	});

	it('has a channel whose Registration Error lies beside Registered, and one where it lies above', () => {
		const { channels } = marketoOf(makeStory({ seed: 1, registrants: 10 }));
		const steps = channels
			.filter(({ applicableProgramType }) => applicableProgramType === 'webinar')
			.map(({ progressionStatuses }) => {
				const step = (wanted: string) =>
					progressionStatuses.find(({ name }) => name === wanted)?.step ?? 0;
				return Math.sign(step('Registration Error') - step('Registered'));
			});
		expect(steps).toEqual([0, 1]);
	});
});
