/** An instance of Marketo on a server of its own; for the tests of this folder. */
import fastify from 'fastify';
import type { AddressInfo } from 'node:net';
import type { MarketoSide } from '../../contract';
import { registerMarketo } from '../../index';
import type {
	MarketoCampaign,
	MarketoFlowStep,
	MarketoLeadState,
	MarketoProgramState,
	MarketoTriggerRule,
	MarketoWorld,
} from '../../world';

export const START = '2026-11-20T17:10:00.000Z';
export const MUNCHKIN_ID = '123-ABC-456';
export const PROGRAM = 1207;
export const FORM = 'Webinar Registration Form';

export interface TestInstance {
	/** Below it lie /rest, /identity and the callback. */
	url: string;
	side: MarketoSide;
	close(): Promise<void>;
}

export async function startInstance(over: Partial<MarketoWorld> = {}): Promise<TestInstance> {
	const app = fastify({ forceCloseConnections: true });
	const kernel = { now: () => Date.parse(START), limits: false };
	let side: MarketoSide | undefined;
	await app.register(
		async (scope) => {
			side = registerMarketo(scope, kernel, world(over));
		},
		{ prefix: '/marketo' },
	);
	await app.listen({ host: '127.0.0.1', port: 0 });
	if (side === undefined) throw new Error('Marketo was not registered');
	const { port } = app.server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/marketo`, side, close: () => app.close() };
}

export function lead(
	id: number,
	fields: MarketoLeadState['fields'] = {},
	more: Partial<MarketoLeadState> = {},
): MarketoLeadState {
	const email = `person${id}@example.com`;
	return { id, fields: { email, firstName: 'Pat', lastName: `Example ${id}`, ...fields }, ...more };
}

/** A campaign of the program, running. */
export function campaign(
	trigger: MarketoTriggerRule,
	flow: MarketoFlowStep[],
	more: Partial<MarketoCampaign> = {},
): MarketoCampaign {
	return {
		id: 5001,
		name: '01 Register',
		programId: PROGRAM,
		isActive: true,
		trigger,
		flow,
		...more,
	};
}

/** A mail that shows what a template becomes. */
export function mail(body: string, operational = true): MarketoFlowStep {
	return {
		kind: 'sendEmail',
		email: { name: 'Confirmation', subject: 'Hello', body, operational },
	};
}

export const program: MarketoProgramState = {
	id: PROGRAM,
	name: 'Webinar Autumn',
	description: 'What is new',
	type: 'Event with Webinar',
	channel: 'Webinar',
	workspace: 'Default',
	folder: { type: 'Folder', value: 1910, folderName: 'Webinars' },
	status: '',
	createdAt: START,
	updatedAt: START,
	tokens: {
		'Webinar ID': { type: 'text', value: '81234567890' },
		'Webinar Topic': { type: 'text', value: 'Autumn release' },
	},
};

function world(over: Partial<MarketoWorld>): MarketoWorld {
	const status = (name: string, step: number, success = false) => ({
		name,
		step,
		hidden: false,
		success,
	});
	return {
		munchkinId: MUNCHKIN_ID,
		clientId: 'client-0001',
		clientSecret: 'secret-0001',
		permissions: [],
		channels: [
			{
				id: 9,
				name: 'Webinar',
				applicableProgramType: 'webinar',
				progressionStatuses: [
					status('Not in Program', 0),
					status('Invited', 10),
					status('Registered', 30),
					status('Registration Error', 30),
					status('No Show', 40),
					status('Attended', 50, true),
				],
			},
		],
		programs: [structuredClone(program)],
		leads: [lead(1), lead(2), lead(3)],
		members: [],
		memberFields: { joinCode: { displayName: 'Join Code', dataType: 'string' } },
		leadFields: { lastWebinarJoinUrl: 'string', webinarScore: 'integer', isVip: 'boolean' },
		campaigns: [],
		answerDelayMs: 0,
		...over,
	};
}
