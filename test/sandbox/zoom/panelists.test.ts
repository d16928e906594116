import { rows } from './proof/call';
import { invalid, refusal, startDesk, type Desk } from './proof/desk';
import { HOST, UNLICENSED } from './proof/world';

const paula = { name: 'Paula Panel', email: 'paula@example.com' };
const people = (count: number) =>
	Array.from({ length: count }, (_, at) => ({ name: `P ${at}`, email: `p${at}@example.com` }));

let desk: Desk;

beforeEach(async () => {
	desk = await startDesk();
});

afterEach(() => desk.close());

const invite = (id: number, panelists: unknown) =>
	desk.write(`POST /webinars/${id}/panelists`, { panelists });
const remove = (id: number, panelist = '') =>
	desk.write(`DELETE /webinars/${id}/panelists${panelist}`);
const listed = async (id: number) =>
	rows(await desk.read(`/webinars/${id}/panelists`), 'panelists').map(({ name, email }) => ({
		name,
		email,
	}));

describe('panelists', () => {
	it("are invited, listed and removed by Zoom's own client", async () => {
		const { id } = desk.open();
		const { webinars } = desk.client;
		const path = { webinarId: id };
		const panelists = [paula, ...people(2)];
		const added = await webinars.addPanelists({ path, body: { panelists } });
		expect(added).toMatchObject({
			statusCode: 201,
			data: { id: String(id), updated_at: expect.stringMatching(/^2026-11-20T17:1/) },
		});
		const list = await webinars.listPanelists({ path });
		expect(list.data).toEqual({
			total_records: 3,
			panelists: panelists.map((one) => ({
				...one,
				id: expect.stringMatching(/^[\w-]{22}$/),
				join_url: expect.stringContaining(`/j/${id}?tk=`),
			})),
		});
		const panelistId = list.data?.panelists?.[1]?.id ?? '';
		await webinars.removePanelist({ path: { ...path, panelistId } });
		expect((await listed(id)).map(({ name }) => name)).toEqual(['Paula Panel', 'P 1']);
		await webinars.removeAllPanelists({ path });
		expect(await listed(id)).toEqual([]);
	});

	it('are there once for every address, with the last name', async () => {
		const { id } = desk.open();
		await invite(id, [paula]);
		const [before] = rows(await desk.read(`/webinars/${id}/panelists`), 'panelists');
		await invite(id, [
			{ name: 'Paula P.', email: 'PAULA@example.com' },
			...people(1),
			...people(1),
		]);
		const after = rows(await desk.read(`/webinars/${id}/panelists`), 'panelists');
		expect(after).toHaveLength(2);
		expect(after[0]).toEqual({ ...before, name: 'Paula P.' });
	});

	it('are removed by address too; one that is not there is refused', async () => {
		const { id } = desk.open({ panelists: [{ id: 'pan-1', ...paula }] });
		expect((await remove(id, '/PAULA%40example.com')).status).toBe(204);
		for (const gone of ['/paula@example.com', '/pan-1']) {
			expect(await remove(id, gone)).toMatchObject(refusal(300, 'Invalid panelist ID.'));
		}
		expect((await remove(id)).status).toBe(204);
	});

	it.each<[string, unknown, string]>([
		['nobody', [], 'panelists'],
		['no list', paula, 'panelists'],
		['31 at once', people(31), 'panelists'],
		['somebody without an address', [paula, { name: 'Ann' }], 'email'],
		['an address that is none', [paula, { name: 'Ann', email: 'ann' }], 'email'],
		['somebody without a name', [paula, { email: 'ann@example.com' }], 'name'],
	])('cannot be %s; then nobody is invited', async (_name, panelists, field) => {
		const { id } = desk.open();
		expect(await invite(id, panelists)).toMatchObject(invalid(field));
		expect(await listed(id)).toEqual([]);
	});

	it('are 100 at most', async () => {
		const { id } = desk.open();
		const everybody = people(101);
		for (let from = 0; from < 90; from += 30) await invite(id, everybody.slice(from, from + 30));
		expect(await invite(id, everybody.slice(90))).toMatchObject(
			refusal(
				3000,
				'You have reached the limit for the number of panelists you can add. Contact Zoom Support for more information.',
			),
		);
		expect(await listed(id)).toHaveLength(90);
		// Those who are there already take no further place.
		expect((await invite(id, everybody.slice(80, 100))).status).toBe(201);
		expect(await listed(id)).toHaveLength(100);
	});

	it('may not register, and their webinar must be one', async () => {
		const { id } = desk.open();
		await invite(id, [paula]);
		const application = { email: paula.email, first_name: 'Paula' };
		expect(await desk.write(`POST /webinars/${id}/registrants`, application)).toMatchObject({
			status: 400,
			body: { code: 3000, message: expect.stringContaining('invited as a panelist') },
		});
		await remove(id);
		expect((await desk.write(`POST /webinars/${id}/registrants`, application)).status).toBe(201);

		const meeting = 81_122_233_344;
		desk.sandbox.zoom.world.meetings = [
			{ id: meeting, hostId: HOST.id, topic: 'Weekly', startTime: '2026-11-25T09:00:00Z' },
		];
		const unlicensed = desk.open({ hostId: UNLICENSED.id });
		const unknown = refusal(3001, `Webinar does not exist: ${meeting}.`, 404);
		expect(await invite(meeting, [paula])).toMatchObject(unknown);
		expect(await desk.read(`/webinars/${meeting}/panelists`)).toMatchObject(unknown);
		expect(await remove(meeting)).toMatchObject(unknown);
		expect(await invite(unlicensed.id, [paula])).toMatchObject({ body: { code: 200 } });
	});
});
