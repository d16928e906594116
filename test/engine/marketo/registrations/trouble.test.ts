import { onceCalled } from '../../support/onceCalled';
import { stage, type Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { enrol, leadOf, memberOf, outcomes, writes } from '../support';
import { linkOf, register, rowOf } from './support';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 20 });
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const ADA = 'ada@example.com';
const TWO = [rowOf('ada'), rowOf('bob')];

function fault(match: RegExp, code: string): void {
	here.sandbox.addFault({ vendor: 'marketo', match, fault: { kind: 'marketoError', code } });
}

describe('people whom Marketo cannot take', () => {
	it.each([
		['', 'noEmail'],
		['not an address', 'invalidEmail'],
		['zoë@exämple.com', 'nonAsciiEmail'],
		['ada@competitor.example', 'excludedDomain'],
	])('"%s": are left out before anything is asked', async (email, reason) => {
		const options = { excludedDomains: 'competitor.example' };
		const told = outcomes(await register(here, [rowOf('x', { email }), rowOf('bob')], { options }));
		expect(told).toMatchObject([{ result: 'skipped', reason }, { result: 'synced' }]);
	});
});

describe('several people with one address', () => {
	beforeEach(() => {
		const { leads } = here.sandbox.marketo;
		leads.set(1, { id: 1, fields: { email: ADA, updatedAt: '2026-01-01T00:00:00.000Z' } });
		leads.set(2, { id: 2, fields: { email: ADA, updatedAt: '2026-06-01T00:00:00.000Z' } });
		leads.set(3, { id: 3, fields: { email: ADA, updatedAt: '2026-03-01T00:00:00.000Z' } });
	});

	it.each(['update', 'leave'])('are refused by name (known people: %s)', async (knownPeople) => {
		const told = outcomes(await register(here, TWO, { options: { knownPeople } }));
		expect(told).toMatchObject([
			{ result: 'failed', reason: 'duplicateLeads' },
			{ result: 'synced' },
		]);
		expect(told[0]?.message).toContain(ADA);
	});

	it.each(['update', 'leave'])('give way to the one updated last (%s)', async (knownPeople) => {
		const options = { duplicatePeople: 'newest', knownPeople };
		const [told] = outcomes(await register(here, TWO, { options }));
		expect(told).toMatchObject({ result: 'synced', recordId: '2' });
		expect(told?.steps.lead?.message).toContain('2 was updated last');
		const company = here.sandbox.marketo.leads.get(2)?.fields.company;
		expect(company).toBe(knownPeople === 'update' ? 'Acme' : undefined);
	});

	it('do not concern an item with a lead ID', async () => {
		const [told] = outcomes(await register(here, [rowOf('ada', { leadId: 3 })]));
		expect(told).toMatchObject({ result: 'synced', recordId: '3' });
	});
});

describe('a company that comes from the CRM', () => {
	it('is left out, everything else is written, and it is said', async () => {
		here.sandbox.marketo.world.companyLocked = true;
		const [told] = outcomes(await register(here, [rowOf('ada')]));
		expect(told).toMatchObject({ result: 'synced', action: 'created' });
		expect(told?.steps.lead?.message).toContain('Without the company');
		expect(leadOf(here, ADA).fields).toMatchObject({ phone: '+49 30 1', title: 'Engineer' });
		expect(leadOf(here, ADA).fields.company).toBeUndefined();
	});
});

describe('person partitions', () => {
	beforeEach(() => {
		here.sandbox.marketo.world.partitions = ['Default', 'Europe'];
	});

	it('have to be named', async () => {
		const [told] = outcomes(await register(here, [rowOf('ada')]));
		expect(told).toMatchObject({ result: 'failed', reason: 'partitionNeeded' });
		expect(told?.repair).toContain('Person Partition');
	});

	it('are used where they are named', async () => {
		const options = { leadPartition: 'Europe' };
		const [told] = outcomes(await register(here, [rowOf('ada')], { options }));
		expect(told).toMatchObject({ result: 'synced' });
		expect(leadOf(here, ADA).partition).toBe('Europe');
	});
});

describe('a person who is deleted between two calls', () => {
	it.each([
		[/members\/status/, 'status'],
		[/members\.json/, 'memberData'],
	])('before %s fails alone', async (match, step) => {
		// The read of members comes by GET, so only writes are met.
		const writing = new RegExp(`POST .*${match.source}`);
		const { marketo } = here.sandbox;
		enrol(here, ADA, step === 'status' ? 'Invited' : 'Registered');
		here.sandbox.addFault({
			vendor: 'marketo',
			match: writing,
			fault: { kind: 'marketoError', code: '601' },
		});
		// The call that is refused first because of its token is sent again: meanwhile the person goes.
		onceCalled(
			here.sandbox,
			({ method, path }) => writing.test(`${method} ${path}`),
			() => marketo.leadsByEmail(ADA).forEach(({ id }) => marketo.deleteLead(id)),
		);
		const told = outcomes(await register(here, TWO));
		expect(told[0]).toMatchObject({ result: 'failed', steps: { [step]: { result: 'failed' } } });
		expect(['leadDeleted', 'notAMember']).toContain(told[0]?.reason);
		expect(told[1]).toMatchObject({ result: 'synced' });
	});
});

describe('answers that are lost', () => {
	it.each(['leads.json', 'members/status.json', 'members.json'])(
		'of %s: everybody is there once, and it is said so',
		async (path) => {
			here.sandbox.addFault({
				vendor: 'marketo',
				match: new RegExp(`POST .*${path.replaceAll('.', '\\.')}`),
				fault: { kind: 'cutAfter' },
			});
			const told = outcomes(await register(here, TWO));
			expect(told.map(({ result }) => result)).toEqual(['synced', 'synced']);
			expect(told.map(({ reason }) => reason)).toEqual([null, null]);
			expect(here.sandbox.marketo.leadsByEmail(ADA)).toHaveLength(1);
			expect(memberOf(here, ADA)).toMatchObject({
				statusName: 'Registered',
				webinarUrl: linkOf('ada'),
			});
		},
	);

	it('of people who are created only: they are found again', async () => {
		here.sandbox.addFault({
			vendor: 'marketo',
			match: /POST .*leads\.json/,
			fault: { kind: 'cutAfter' },
		});
		const told = outcomes(await register(here, TWO, { options: { knownPeople: 'leave' } }));
		expect(told.map(({ result }) => result)).toEqual(['synced', 'synced']);
		expect(here.sandbox.marketo.leadsByEmail(ADA)).toHaveLength(1);
	});
});

describe('somebody whom another process moves on meanwhile', () => {
	it('is unchanged, with the status that Marketo has', async () => {
		const { marketo } = here.sandbox;
		enrol(here, ADA, 'Invited');
		const id = leadOf(here, ADA).id;
		fault(/POST .*members\/status/, '601');
		onceCalled(
			here.sandbox,
			({ path }) => path.includes('status'),
			() => marketo.changeStatus(1208, id, 'Attended'),
		);
		const [told] = outcomes(
			await register(here, [rowOf('ada', { joinUrl: '', registrantId: '' })]),
		);
		expect(told).toMatchObject({ result: 'unchanged', reason: 'alreadyInOrPastStatus' });
		expect(told?.message).toContain('Attended');
	});
});

describe('the daily quota', () => {
	it('defers everybody who is left to 00:00 US Central, and nothing more is sent', async () => {
		fault(/POST .*members\/status/, '607');
		const told = outcomes(await register(here, TWO));
		expect(told.map(({ result, reason }) => [result, reason])).toEqual([
			['deferred', 'dailyLimit'],
			['deferred', 'dailyLimit'],
		]);
		const at = new Date(told[0]?.retryAt ?? '');
		const central = at.toLocaleString('en-US', { timeZone: 'America/Chicago', hour12: false });
		expect(central).toMatch(/(00|24):00:00$/);
		expect(told[0]?.steps.lead?.result).toBe('synced');
		expect(writes(here).filter((path) => path.endsWith('/members.json'))).toEqual([]);
	});
});

describe('a batch that is too large', () => {
	it('is halved until Marketo takes it', async () => {
		for (let time = 0; time < 2; time += 1) {
			here.sandbox.addFault({
				vendor: 'marketo',
				match: /POST .*leads\.json/,
				fault: { kind: 'status', status: 413 },
			});
		}
		const rows = Array.from({ length: 8 }, (_, index) => rowOf(`p${index}`));
		const told = outcomes(await register(here, rows));
		expect(told.every(({ result }) => result === 'synced')).toBe(true);
		const sizes = here.sandbox.books
			.writes('marketo')
			.filter(({ path, status }) => path.endsWith('/leads.json') && status === 200)
			.map(({ request }) => (request as { input: unknown[] }).input.length);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(8);
		expect(Math.max(...sizes)).toBe(4);
	});
});

describe('fields that are mapped', () => {
	const mapped = (name: string, value: Record<string, string>) => ({
		parameters: { [name]: { mappingMode: 'defineBelow', value } },
	});

	it('are written to people and members', async () => {
		await register(here, [rowOf('ada')], mapped('leadFields', { favouriteColour: 'green' }));
		await register(here, [rowOf('ada')], mapped('memberFields', { dietaryNeeds: 'none' }));
		expect(leadOf(here, ADA).fields.favouriteColour).toBe('green');
		expect(memberOf(here, ADA)?.fields.dietaryNeeds).toBe('none');
	});

	it('that Marketo does not have fail those who use them, before anything is written', async () => {
		const value = { nosuch: '={{ $json.phone === "" ? "" : "x" }}' };
		const told = outcomes(
			await register(
				here,
				[rowOf('ada'), rowOf('bob', { phone: '' })],
				mapped('memberFields', value),
			),
		);
		expect(told).toMatchObject([{ result: 'failed' }, { result: 'synced' }]);
		expect(told[0]?.message).toContain('no program member field nosuch');
		expect(here.sandbox.marketo.leadsByEmail(ADA)).toEqual([]);
	});

	it('cannot be written where they are statusReason', async () => {
		const [told] = outcomes(
			await register(here, [rowOf('ada')], mapped('memberFields', { statusReason: 'x' })),
		);
		expect(told?.message).toContain('statusReason cannot be written');
	});
});
