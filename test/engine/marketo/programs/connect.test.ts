import type { IDataObject } from 'n8n-workflow';

import { MARKETO_PROGRAMS } from '../../../story';
import type { Stage } from '../../support/world';
import { expectBySpec } from '../specs';
import {
	byId,
	connect,
	connectOne,
	getProgram,
	news,
	outcomesOf,
	planned,
	PROGRAM,
	small,
	tokensOf,
	tokenWrites,
	WEBINAR,
	writes,
} from './support';

let here: Stage;
beforeEach(async () => {
	here = await small();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const TOKENS = {
	'Webinar Platform': 'zoom',
	'Webinar Account': 'acc-1',
	'Webinar ID': WEBINAR,
	'Webinar Topic': 'Growing tomatoes',
	'Webinar Description': 'Soil and sun\nand water',
	'Webinar Start': '2030-03-01T15:00:00Z',
	'Webinar End': '2030-03-01T16:00:00Z',
	'Webinar Start Date': 'March 1, 2030',
	'Webinar Start Time': '4:00 PM',
	'Webinar End Time': '5:00 PM',
	'Webinar Time Zone': 'Europe/Berlin',
	'Webinar Duration': '60',
	'Webinar Join URL': 'https://zoom.example/j/1',
	'Webinar Registration URL': 'https://zoom.example/register/1',
	'Webinar Status': 'Scheduled',
	'Webinar Program ID': String(PROGRAM),
};

describe('a program without a webinar', () => {
	it('gets it into its My Tokens, the one that commits last, and Get returns it', async () => {
		const result = await connect(here, [planned()]);
		expect(outcomesOf(result)[0]).toMatchObject({
			destination: 'marketo',
			result: 'synced',
			action: 'connected',
			reason: null,
			recordId: String(PROGRAM),
			steps: { tokens: { result: 'synced' } },
		});
		expect(result.outputs[0]?.[0]?.json).toMatchObject({
			webinarId: WEBINAR,
			program: { programId: PROGRAM, connection: 'connected', channel: 'Webinar' },
		});
		expect(tokensOf(here)).toEqual(TOKENS);
		expect(tokenWrites(here)).toEqual(Object.keys(TOKENS));
		const { outputs } = await getProgram(here);
		expect(outputs[0]?.[0]?.json).toMatchObject({
			programId: PROGRAM,
			type: 'Event with Webinar',
			connection: 'connected',
			webinar: {
				provider: 'zoom',
				accountId: 'acc-1',
				webinarId: WEBINAR,
				occurrenceId: '',
				topic: 'Growing tomatoes',
				description: 'Soil and sun\nand water',
				scheduledStartTime: '2030-03-01T15:00:00Z',
				scheduledEndTime: '2030-03-01T16:00:00Z',
				durationSeconds: 3600,
				timezone: 'Europe/Berlin',
				joinUrl: 'https://zoom.example/j/1',
				registrationUrl: 'https://zoom.example/register/1',
				cancelled: false,
			},
		});
		expect(outputs[0]?.[0]?.json.warning).toContain('Event Settings');
	});

	it('is left alone by every further run', async () => {
		await connectOne(here, planned());
		for (const item of [planned(), { webinar: planned() }, news('webinar.updated')]) {
			here.sandbox.books.clear();
			expect(await connectOne(here, item)).toMatchObject({ result: 'unchanged', action: 'none' });
			expect(writes(here)).toEqual([]);
		}
	});

	it('is connected by nothing less than a whole webinar', async () => {
		const told = await connectOne(here, news('webinar.updated', { topic: 'Growing beans' }));
		expect(told).toMatchObject({ result: 'failed', reason: 'vendorRejected' });
		expect(told.message).toContain('Start Time');
		expect(writes(here)).toEqual([]);
	});

	it('shows dates in the language that is asked for', async () => {
		await connectOne(here, planned(), { options: { locale: 'de-DE' } });
		expect(tokensOf(here)).toMatchObject({
			'Webinar Start Date': '1. März 2030',
			'Webinar Start Time': '16:00',
		});
	});

	it('is only looked at by a preview', async () => {
		const told = await connectOne(here, planned(), { parameters: { preview: true } });
		expect(told).toMatchObject({ result: 'synced', action: 'connected', preview: true });
		expect(told.message).toMatch(/^Would connect/);
		expect(writes(here)).toEqual([]);
	});

	it('takes items that are mapped field by field', async () => {
		const value = {
			webinarId: WEBINAR,
			topic: 'From a calendar',
			startTime: '2030-03-01 15:00',
			endTime: '2030-03-01T16:30:00Z',
			timezone: 'UTC',
		};
		const fields = { mappingMode: 'defineBelow', value };
		await connectOne(here, {}, { parameters: { mapData: 'manual', fields } });
		expect(tokensOf(here)).toMatchObject({
			'Webinar Topic': 'From a calendar',
			'Webinar Duration': '90',
			'Webinar Platform': 'webinar',
			'Webinar Program ID': String(PROGRAM),
		});
	});
});

describe('a run that breaks off', () => {
	it('leaves a program that is not connected, and the next run writes the rest', async () => {
		here.sandbox.addFault({
			vendor: 'marketo',
			match: /POST .*tokens\.json/,
			fault: { kind: 'marketoError', code: '709' },
			times: 1,
		});
		const told = await connectOne(here, planned());
		expect(told).toMatchObject({ result: 'failed', steps: { tokens: { result: 'failed' } } });
		expect((await getProgram(here)).outputs[0]?.[0]?.json).toMatchObject({ webinar: null });
		expect(await connectOne(here, planned())).toMatchObject({ action: 'connected' });
		expect(tokensOf(here)).toEqual(TOKENS);
	});
});

describe('a webinar that changes', () => {
	it('has only the tokens written that differ', async () => {
		await connectOne(here, planned());
		here.sandbox.books.clear();
		const moved = { scheduledStartTime: '2030-03-02T15:00:00Z' };
		const told = await connectOne(here, news('webinar.updated', moved));
		expect(told).toMatchObject({ result: 'synced', action: 'updated' });
		expect(tokenWrites(here)).toEqual(['Webinar Start', 'Webinar End', 'Webinar Start Date']);
		expect(tokensOf(here)).toEqual({
			...TOKENS,
			'Webinar Start': '2030-03-02T15:00:00Z',
			'Webinar End': '2030-03-02T16:00:00Z',
			'Webinar Start Date': 'March 2, 2030',
		});
		await connectOne(here, news('webinar.updated', { topic: 'Growing beans' }));
		expect(tokensOf(here)).toMatchObject({ 'Webinar Topic': 'Growing beans' });
	});

	it('that is deleted is marked, keeps its history, and comes back', async () => {
		await connectOne(here, planned());
		here.sandbox.books.clear();
		const gone = news('webinar.deleted');
		expect(await connectOne(here, gone)).toMatchObject({ action: 'cancelled' });
		expect(tokenWrites(here)).toEqual(['Webinar Status']);
		expect(tokensOf(here)).toEqual({ ...TOKENS, 'Webinar Status': 'Cancelled' });
		expect(await connectOne(here, gone)).toMatchObject({ result: 'unchanged' });
		expect(await connectOne(here, planned())).toMatchObject({ action: 'updated' });
		expect(tokensOf(here)).toEqual(TOKENS);
	});

	it('that was held and is deleted afterwards was not cancelled', async () => {
		const past = { scheduledStartTime: '2020-03-01T15:00:00Z', scheduledEndTime: null };
		await connectOne(here, planned(past));
		expect(await connectOne(here, news('webinar.deleted'))).toMatchObject({ result: 'unchanged' });
		expect(tokensOf(here)['Webinar Status']).toBe('Scheduled');
	});

	it('keeps its plan when a session of it ran', async () => {
		await connectOne(here, planned());
		const ran = { startTime: '2030-03-01T15:04:00Z', endTime: '2030-03-01T15:50:00Z' };
		const item = news('webinar.ended', { sessionId: 'u==', durationSeconds: 2760, ...ran });
		expect(await connectOne(here, item)).toMatchObject({ result: 'unchanged' });
		expect(await connectOne(here, planned(ran))).toMatchObject({ result: 'unchanged' });
	});
});

describe('a program that has another webinar', () => {
	const OTHER = { webinarId: '99999999999', topic: 'Growing peppers' };

	it('is refused, and connected anew by option', async () => {
		await connectOne(here, planned());
		here.sandbox.books.clear();
		const told = await connectOne(here, planned(OTHER));
		expect(told).toMatchObject({ result: 'failed', reason: 'webinarAlreadyConnected' });
		expect(told.message).toContain(WEBINAR);
		expect(writes(here)).toEqual([]);
		const replace = { options: { ifConnected: 'replace' } };
		expect(await connectOne(here, planned(OTHER), replace)).toMatchObject({ action: 'connected' });
		expect(tokenWrites(here)).toEqual([
			'Webinar Program ID',
			'Webinar ID',
			'Webinar Topic',
			'Webinar Program ID',
		]);
		expect(tokensOf(here)).toMatchObject({
			'Webinar ID': OTHER.webinarId,
			'Webinar Program ID': String(PROGRAM),
		});
	});

	it('because it was cloned is refused, and taken over by option', async () => {
		await connectOne(here, planned());
		const clone = here.sandbox.marketo.cloneProgram(PROGRAM, 'Webinar, again');
		const program = byId(clone.id);
		expect((await getProgram(here, { program })).outputs[0]?.[0]?.json).toMatchObject({
			connection: 'cloned',
			webinar: null,
		});
		for (const item of [planned(), planned(OTHER)]) {
			const told = await connectOne(here, item, { program });
			expect(told).toMatchObject({ result: 'failed', reason: 'webinarAlreadyConnected' });
			expect(told.message).toContain('clone');
		}
		const replace = { ifConnected: 'replace' };
		await connectOne(here, planned(OTHER), { program, options: replace });
		expect(tokensOf(here, clone.id)).toMatchObject({
			'Webinar ID': OTHER.webinarId,
			'Webinar Program ID': String(clone.id),
		});
		expect(tokensOf(here)).toEqual(TOKENS);
	});
});

describe('a series', () => {
	const date = (occurrenceId: string, startTime: string, deleted = false): IDataObject => ({
		...{ occurrenceId, startTime, durationSeconds: 1800, deleted },
	});
	const first = date('1', '2030-03-01T15:00:00Z');
	const second = date('2', '2030-03-08T15:00:00Z');
	const ofDate = (occurrenceId: string) =>
		planned({ occurrenceId, occurrences: [first, second], scheduledStartTime: null });

	it('can be connected date by date, and a date is found deleted', async () => {
		await connectOne(here, ofDate('2'));
		expect(tokensOf(here)).toMatchObject({
			'Webinar ID': `${WEBINAR}.2`,
			'Webinar Start': '2030-03-08T15:00:00Z',
			'Webinar Duration': '30',
		});
		expect(await connectOne(here, ofDate('1'))).toMatchObject({
			reason: 'webinarAlreadyConnected',
		});
		const moved = planned({ occurrences: [first, date('2', '2030-03-09T15:00:00Z')] });
		expect(await connectOne(here, moved)).toMatchObject({ action: 'updated' });
		expect(tokensOf(here)).toMatchObject({ 'Webinar Start': '2030-03-09T15:00:00Z' });
		const otherGone = news('webinar.deleted', {}, { occurrences: [{ occurrenceId: '1' }] });
		expect(await connectOne(here, otherGone)).toMatchObject({ result: 'unchanged' });
		const gone = planned({ occurrences: [first, date('2', '2030-03-09T15:00:00Z', true)] });
		expect(await connectOne(here, gone)).toMatchObject({ action: 'cancelled' });
	});

	it('can be connected as a whole, and shows its next date', async () => {
		await connectOne(here, ofDate('2'), { options: { dateOfSeries: 'series' } });
		expect(tokensOf(here)).toMatchObject({
			'Webinar ID': WEBINAR,
			'Webinar Start': '2030-03-01T15:00:00Z',
		});
		const oneGone = news('webinar.deleted', {}, { occurrences: [{ occurrenceId: '1' }] });
		expect(await connectOne(here, oneGone)).toMatchObject({ result: 'unchanged' });
		const later = planned({ occurrences: [{ ...first, deleted: true }, second] });
		await connectOne(here, later);
		expect(tokensOf(here)).toMatchObject({ 'Webinar Start': '2030-03-08T15:00:00Z' });
		const all = { operation: 'all', occurrences: [{ occurrenceId: '1' }, { occurrenceId: '2' }] };
		expect(await connectOne(here, news('webinar.deleted', {}, all))).toMatchObject({
			action: 'cancelled',
		});
	});
});

describe('a program of the wrong kind', () => {
	it('is refused, and connected by option', async () => {
		const program = byId(MARKETO_PROGRAMS.classic);
		const told = await connectOne(here, planned(), { program });
		expect(told).toMatchObject({ result: 'failed', reason: 'wrongChannel' });
		expect(told.message).toContain('Influenced');
		expect(writes(here)).toEqual([]);
		const options = { ifWrongChannel: 'connect' };
		expect(await connectOne(here, planned(), { program, options })).toMatchObject({
			action: 'connected',
		});
	});

	it('or that does not exist has its own reason', async () => {
		for (const emptyFind of ['warning', 'error'] as const) {
			here.sandbox.marketo.world.emptyFind = emptyFind;
			expect(await connectOne(here, planned(), { program: byId(4711) })).toMatchObject({
				result: 'failed',
				reason: 'programNotFound',
			});
		}
	});
});
