import { createNewContacts } from '../../../nodes/HubSpot/actions/people/createContacts';
import { findContacts } from '../../../nodes/HubSpot/actions/people/findContacts';
import { Person } from '../../../nodes/HubSpot/actions/people/person';
import type { Run } from '../../../nodes/HubSpot/actions/people/run';
import { sessionsOf } from '../../../nodes/HubSpot/actions/people/session';
import { readPerson } from '../../../nodes/shared/items/person';
import { reportOf } from '../../../nodes/HubSpot/mapping/report';
import { errorFromAnswer } from '../../../nodes/HubSpot/transport/errors';
import type { HubSpotRequest } from '../../../nodes/HubSpot/transport/request';
import type { JsonObject } from '../../../nodes/shared/transport/json';

const NOW = '2026-01-02T00:00:00Z';

/** A run over these addresses against a HubSpot that answers as the test says. */
function runOf(emails: string[], answer: (request: HubSpotRequest) => JsonObject): Run {
	const people = emails.map((email) => {
		const input = readPerson({
			email,
			attendanceStatus: 'attended',
			webinar: {
				webinarId: '1',
				topic: 'Product update',
				startTime: '2026-01-01T10:00:00Z',
				endTime: '2026-01-01T11:00:00Z',
			},
		});
		return new Person(input);
	});
	const sessions = sessionsOf(people, 'webinar');
	for (const person of people) {
		if (person.session !== null) {
			person.report = reportOf(person.input, person.session.input, NOW);
		}
	}
	return {
		client: { request: async (request) => answer(request), calls: () => 0, signal: undefined },
		options: {
			preview: false,
			createMissingProperties: true,
			excludedDomains: [],
			exclusionsApplyTo: 'everybody',
			excludeAccountUsers: true,
			roles: ['attendee'],
			minimumSeconds: 0,
			minimumPercent: 0,
			belowThreshold: 'leaveOut',
			secondaryEmails: 'skip',
			deletedContacts: 'skip',
			engagement: 'leave',
			marketingEvent: 'webinar',
			otherApps: 'report',
			readBackAfterSeconds: 0,
		},
		startedAt: NOW,
		people,
		sessions,
		contacts: new Map(),
		properties: [],
		lookedUpAt: 0,
		deletedUnchecked: '',
	};
}

function badRequest(): Error {
	const answer = { status: 400, headers: {}, body: { status: 'error', message: 'no' } };
	return errorFromAnswer('to look up deleted contacts', answer, { kind: 'refused' }, 0);
}

describe('looking up deleted contacts', () => {
	const answer = ({ query }: HubSpotRequest): JsonObject => {
		if (query?.archived === true) throw badRequest();
		return { results: [] };
	};

	it('goes on where HubSpot does not offer it, and says so', async () => {
		const run = runOf(['ada@example.com'], answer);
		await findContacts(run);
		expect(run.people[0]?.ended).toBeNull();
		expect(run.deletedUnchecked).toContain('deleted');
	});

	it('is asked only once then', async () => {
		let asked = 0;
		const emails = Array.from({ length: 250 }, (_, index) => `p${index}@example.com`);
		const run = runOf(emails, (request) => {
			if (request.query?.archived === true) asked += 1;
			return answer(request);
		});
		await findContacts(run);
		expect(asked).toBe(1);
	});
});

describe('creating contacts', () => {
	const run = (results: JsonObject[], errors: JsonObject[] = []) =>
		runOf(['ada@example.com', 'bob@example.com'], ({ path }) => {
			if (path.endsWith('/batch/create')) return { results, errors, numErrors: errors.length };
			return { results: [] };
		});

	it('knows what was created by its address, where HubSpot repeats no trace id', async () => {
		const given = run([
			{ id: '2', properties: { email: 'bob@example.com' } },
			{ id: '1', properties: { email: 'Ada@Example.com' } },
		]);
		await findContacts(given);
		await createNewContacts(given);
		expect(given.people.map(({ contact }) => contact?.id)).toEqual(['1', '2']);
	});

	it('takes nobody for created whom the answer does not contain', async () => {
		const given = run([{ id: '2', properties: { email: 'bob@example.com' } }]);
		await findContacts(given);
		await createNewContacts(given);
		expect(given.people[0]?.ended).toMatchObject({ result: 'failed' });
		expect(given.people[1]?.ended).toBeNull();
	});

	it('leaves out an address that is secondary by now', async () => {
		const conflict = {
			category: 'CONFLICT',
			message: 'Contact already exists. Existing ID: 77',
			context: { objectWriteTraceId: ['0'] },
		};
		const given = runOf(['ada@example.com'], ({ path, body }) => {
			if (path.endsWith('/batch/create')) return { results: [], errors: [conflict] };
			if (JSON.stringify(body).includes('"77"')) {
				return {
					results: [
						{
							id: '77',
							properties: {
								email: 'other@example.com',
								hs_additional_emails: 'ada@example.com',
							},
						},
					],
				};
			}
			return { results: [] };
		});
		await findContacts(given);
		await createNewContacts(given);
		expect(given.people[0]?.ended).toMatchObject({ result: 'skipped', reason: 'secondaryEmail' });
	});
});
