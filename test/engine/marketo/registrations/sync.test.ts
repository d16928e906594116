import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { leadOf, memberOf, outcomes, summaries, writes } from '../support';
import { addedOf, linkOf, register, rowOf } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const NAMES = ['one', 'two', 'three'];
const rows = () => NAMES.map((name) => rowOf(name));

describe('a first run', () => {
	it('makes people, members with the status, their links and codes', async () => {
		const result = await register(here, rows());
		for (const [index, name] of NAMES.entries()) {
			const email = `${name}@example.com`;
			expect(outcomes(result)[index]).toMatchObject({
				destination: 'marketo',
				result: 'synced',
				action: 'created',
				reason: null,
				recordId: String(leadOf(here, email).id),
				message: 'Wrote the person, the status Registered and the member data',
			});
			expect(leadOf(here, email).fields).toMatchObject({
				firstName: 'Ada',
				phone: '+49 30 1',
				company: 'Acme',
				title: 'Engineer',
			});
			expect(memberOf(here, email)).toMatchObject({
				statusName: 'Registered',
				webinarUrl: linkOf(name),
				registrationCode: `r-${name}`,
			});
		}
		expect(summaries(result)).toMatchObject([
			{ people: 3, synced: 3, program: { programId: 1208 }, statuses: { Registered: 3 } },
		]);
	});

	it('says in one line what it came to and what it cost', async () => {
		const { hints } = await register(here, [...rows(), rowOf('four', { email: '' })]);
		expect(hints[0]?.message).toMatch(
			/^4 people: 3 synced, 1 skipped \(1 noEmail\)\. \d calls to Marketo\.$/,
		);
	});

	it('takes what Add Contact to Webinar returns', async () => {
		const [told] = outcomes(await register(here, [addedOf('one')]));
		expect(told).toMatchObject({ result: 'synced', action: 'created' });
		expect(memberOf(here, 'one@example.com')).toMatchObject({
			statusName: 'Registered',
			webinarUrl: linkOf('one'),
		});
	});
});

describe('a second run', () => {
	it('writes nothing but the people, of whom Marketo does not tell whether they changed', async () => {
		await register(here, rows());
		here.sandbox.books.clear();
		const told = outcomes(await register(here, rows()));
		expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(told[0]?.message).toBe(
			'Everything else was already up to date; person fields were sent',
		);
		expect(writes(here)).toEqual(['/rest/v1/leads.json']);
	});

	it('writes nothing at all where known people are left as they are', async () => {
		const run = { options: { knownPeople: 'leave' } };
		await register(here, rows(), run);
		here.sandbox.books.clear();
		const told = outcomes(await register(here, rows(), run));
		expect(told.map(({ result }) => result)).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(told[0]?.message).toBe('Everything was already up to date');
		expect(writes(here)).toEqual([]);
	});
});
