import type { IDataObject } from 'n8n-workflow';

import type { Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import { connectOne, planned, PROGRAM, small, writes } from './support';

let here: Stage;
beforeEach(async () => {
	here = await small();
	here.sandbox.marketo.members.clear();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const LINK = 'https://zoom.example/j/1';
const open = (parts: IDataObject = {}) => planned({ registrationRequired: false, ...parts });

/** Puts people into the program. @returns their lead IDs */
function join(count: number, statusName: string, webinarUrl: string | null = null): number[] {
	const { leads, members } = here.sandbox.marketo;
	return Array.from({ length: count }, () => {
		const id = 900_000 + leads.size;
		leads.set(id, { id, fields: { email: `person${id}@example.com` } });
		members.set(`${PROGRAM}:${id}`, {
			...{ id, programId: PROGRAM, leadId: id, statusName, webinarUrl, registrationCode: null },
			...{ fields: {}, membershipDate: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' },
		});
		return id;
	});
}

const linkOf = (leadId: number) => here.sandbox.marketo.memberOf(PROGRAM, leadId)?.webinarUrl;
const memberWrites = () => writes(here).filter((call) => call.includes('/members.json'));

it('where nobody has to register, members who are registered get the general link, 300 a call', async () => {
	const registered = join(301, 'Registered');
	const others = ['Invited', 'Registration Error', 'Pending Approval', 'Rejected'].flatMap((name) =>
		join(1, name),
	);
	const [attended] = join(1, 'Attended', 'https://old.example');
	const told = await connectOne(here, open());
	expect(told).toMatchObject({
		result: 'synced',
		action: 'connected',
		steps: { tokens: { result: 'synced' }, joinLinks: { result: 'synced' } },
	});
	expect(told.message).toContain('302 members');
	expect(new Set(registered.map(linkOf))).toEqual(new Set([LINK]));
	expect(linkOf(attended!)).toBe(LINK);
	expect(others.map(linkOf)).toEqual([null, null, null, null]);
	expect(memberWrites()).toHaveLength(2);
});

it('a second run writes it to those only who have come since, or to nobody', async () => {
	join(3, 'Registered');
	await connectOne(here, open());
	const [late] = join(1, 'Registered');
	here.sandbox.books.clear();
	expect(await connectOne(here, open())).toMatchObject({ result: 'synced', action: 'none' });
	expect(linkOf(late!)).toBe(LINK);
	here.sandbox.books.clear();
	expect(await connectOne(here, open())).toMatchObject({
		result: 'unchanged',
		steps: { joinLinks: { result: 'unchanged' } },
	});
	expect(writes(here)).toEqual([]);
});

it.each([
	['people register', { registrationRequired: true }, {}],
	['the item does not tell', { registrationRequired: null }, {}],
	['there is no link', { joinUrl: '' }, {}],
	['the option says so', {}, { writeJoinLink: false }],
])('nobody gets it where %s', async (_, parts, options) => {
	const [one] = join(1, 'Registered');
	const told = await connectOne(here, open(parts), { options });
	expect(told.steps).not.toHaveProperty('joinLinks');
	expect(linkOf(one!)).toBeNull();
});

it('a preview counts them and writes nothing', async () => {
	join(2, 'Registered');
	const told = await connectOne(here, open(), { parameters: { preview: true } });
	expect(told.message).toContain('Would write the general join link to 2 members');
	expect(writes(here)).toEqual([]);
});

it('a refusal is told though the tokens are written, and a further run writes the rest', async () => {
	const [one] = join(1, 'Registered');
	here.sandbox.addFault({
		vendor: 'marketo',
		match: /POST .*members\.json/,
		fault: { kind: 'marketoError', code: '1003', message: 'Not today' },
	});
	const told = await connectOne(here, open());
	expect(told).toMatchObject({
		result: 'failed',
		action: 'connected',
		steps: { tokens: { result: 'synced' }, joinLinks: { result: 'failed' } },
	});
	expect(told.message).toContain('Not today');
	expect(await connectOne(here, open())).toMatchObject({ result: 'synced' });
	expect(linkOf(one!)).toBe(LINK);
});
