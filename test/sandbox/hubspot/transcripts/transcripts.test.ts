/** Transcripts of calls. The vendor's client has no methods for them. */
import { ALL_SCOPES, startPortal, type TestPortal } from '../testing/portal';
import { at } from '../testing/values';

const SCOPES = ['read', 'write'].map((verb) => `crm.extensions_calling_transcripts.${verb}`);

let portal: TestPortal;
let callId: string;

beforeEach(async () => {
	portal = await startPortal({ world: { scopes: [...ALL_SCOPES, ...SCOPES] } });
	const properties = { hs_timestamp: '2026-11-20T16:00:00Z' };
	const made = await portal.call('POST', '/crm/v3/objects/calls', { properties });
	callId = String(at(made.body, 'id'));
});
afterEach(() => portal.close());

const PATH = '/crm/extensions/calling/2026-03/transcripts';
const line = (more: Record<string, unknown> = {}) => ({
	speaker: { id: '11', name: 'Host' },
	text: 'Hello',
	languageCode: 'en-US',
	startTimeMillis: 1980,
	endTimeMillis: 2090,
	...more,
});
const post = (lines: unknown, engagementId: unknown = Number(callId)) =>
	portal.call('POST', PATH, { engagementId, transcriptCreateUtterances: lines });

it.each([PATH, '/crm/v3/extensions/calling/transcripts'])(
	'makes, reads and deletes one under %s',
	async (path) => {
		const body = { engagementId: Number(callId), transcriptCreateUtterances: [line()] };
		const made = await portal.call('POST', path, body);
		expect(made.status).toBe(200);
		const id = String(at(made.body, 'id'));
		expect(portal.side.transcripts.get(id)).toMatchObject({ engagementId: callId });
		expect((await portal.call('GET', `${path}/${id}`)).body).toMatchObject({
			engagementId: Number(callId),
			transcriptUtterances: [line()],
		});
		expect((await portal.call('DELETE', `${path}/${id}`)).status).toBe(204);
		expect((await portal.call('GET', `${path}/${id}`)).status).toBe(404);
	},
);

it.each([
	['nothing', []],
	['no speaker', [line({ speaker: undefined })]],
	['a speaker without a name', [line({ speaker: { id: '1' } })]],
	['a time that is no whole number', [line({ endTimeMillis: 1.5 })]],
	['no text', [line({ text: undefined })]],
])('refuses %s', async (_what, lines) => {
	expect((await post(lines)).status).toBe(400);
	expect(portal.side.transcripts.size).toBe(0);
});

it('belongs to a call, and needs its scope', async () => {
	expect((await post([line()], 101)).status).toBe(404);
	portal.world.scopes = [...ALL_SCOPES];
	expect(await post([line()])).toMatchObject({
		status: 403,
		body: {
			context: { requiredGranularScopes: ['crm.extensions_calling_transcripts.write'] },
		},
	});
});
