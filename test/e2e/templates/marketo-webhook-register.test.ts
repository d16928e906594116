import { MARKETO_SECRETS } from '../../host/drive/credentials';
import { executionError } from '../../host/drive/executions';
import type { MarketoLeadState } from '../../sandbox/marketo/world';
import { payloadTemplate } from '../marketo/support/payloadTemplate';
import { marketoOf } from '../marketo/support/world';
import {
	CONFIRMATION,
	connectProgram,
	FORM,
	PROGRAM,
	setCampaign,
} from '../support/marketoCampaign';
import {
	linkOf,
	marketoPeople,
	membersOf,
	useUpZoomsDay,
	type Cast,
} from './support/marketoPeople';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE, type Row } from './support/tables';

const LINK = 'lastWebinarJoinURL';
const REASON = 'lastWebinarProblem';
let stage: Stage;
let cast: Cast;

beforeAll(async () => {
	stage = await setStage({
		template: 'marketo-webhook-register',
		seed: 232,
		registrants: 12,
		prepare: (world) => {
			cast = marketoPeople(world);
			Object.assign(marketoOf(world).leadFields, { [LINK]: 'text', [REASON]: 'text' });
		},
	});
	await stage.publish();
	connectProgram(stage.sandbox, cast.webinar.id);
	stage.sandbox.marketo.addWebhook({
		name: 'Register',
		url: await stage.hookOf('Marketo asks', 'call-webhook'),
		template: payloadTemplate(),
		headers: { 'X-Webhook-Secret': MARKETO_SECRETS.webhookSecret },
		mappings: { joinUrl: LINK, errorCode: REASON },
	});
	const flow = [{ kind: 'callWebhook' as const, webhook: 'Register' }, CONFIRMATION];
	setCampaign(stage.sandbox, flow, { kind: 'fillsOutForm', form: FORM });
});
afterAll(async () => await stage?.close());

const fillsOut = async ({ fields }: MarketoLeadState) =>
	await stage.executionOf(
		async () => await stage.sandbox.marketo.fillOutForm(FORM, { email: String(fields.email) }),
	);
const fieldsOf = ({ id }: MarketoLeadState) => stage.sandbox.marketo.leads.get(id)!.fields;
const short = ({ email, result, reason }: Row) => [email, result, reason];

it('registers who fills out the form, and answers with the link that the mail has', async () => {
	const [ada] = cast.people as [MarketoLeadState];
	expect(executionError(await fillsOut(ada))).toBe('');
	const link = linkOf(cast, ada);
	expect(link).toBeTruthy();
	expect(membersOf(stage.sandbox, PROGRAM, [ada])).toEqual([['Registered', link]]);
	expect(fieldsOf(ada)[LINK]).toBe(link);
	expect(stage.sandbox.marketo.mails.map(({ body }) => body)).toEqual([`Link: ${link}`]);
	expect((await stage.rows(LOG_TABLE)).map(short)).toEqual([[ada.fields.email, 'synced', '']]);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('answers why somebody cannot be registered, and leaves no red execution for it', async () => {
	const { nameless, host } = cast;
	for (const [lead, code, result] of [
		[nameless, 'MISSING_FIRST_NAME', 'failed'],
		[host, 'HOST_CANNOT_REGISTER', 'skipped'],
	] as const) {
		expect(executionError(await fillsOut(lead))).toBe('');
		expect(membersOf(stage.sandbox, PROGRAM, [lead])).toEqual([['Registration Error', null]]);
		expect(fieldsOf(lead)[REASON]).toBe(code);
		expect((await stage.rows(LOG_TABLE)).at(-1)).toMatchObject({ result });
	}
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('registers within the hour whom Zoom could not take', async () => {
	const [, late] = cast.people as [MarketoLeadState, MarketoLeadState];
	useUpZoomsDay(stage.sandbox);
	expect(executionError(await fillsOut(late))).toBe('');
	expect(linkOf(cast, late)).toBeUndefined();
	expect(fieldsOf(late)[REASON]).toBe('DAILY_LIMIT');
	expect((await stage.rows(OPEN_TABLE)).map(short)).toEqual([
		[late.fields.email, 'deferred', 'dailyLimit'],
	]);
	// Nobody is due before Zoom's next day.
	await stage.start('Every hour');
	expect(linkOf(cast, late)).toBeUndefined();
	await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date(0).toISOString() });
	expect(executionError(await stage.start('Every hour'))).toBe('');
	expect(membersOf(stage.sandbox, PROGRAM, [late])).toEqual([['Registered', linkOf(cast, late)]]);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('changes nothing when every call comes once more', async () => {
	const before = { state: stage.state(), log: await stage.rows(LOG_TABLE) };
	const { executions } = await stage.replayAll();
	expect(executions.length).toBeGreaterThan(0);
	expect(executions.map(executionError).filter(Boolean)).toEqual([]);
	expect(stage.state()).toEqual(before.state);
	expect(await stage.rows(LOG_TABLE)).toEqual(before.log);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});
