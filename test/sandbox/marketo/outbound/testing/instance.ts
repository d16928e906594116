/** A Marketo with a webinar's program and campaigns; for the tests of this folder. */
import { startInstance as start, type TestInstance } from '../../testing/instance';
import { PROGRAM, START } from '../../testing/world';
import type {
	MarketoCampaign,
	MarketoFlowStep,
	MarketoLeadState,
	MarketoProgramState,
	MarketoTriggerRule,
	MarketoWorld,
} from '../../world';

export { PROGRAM, START, type TestInstance };
export const FORM = 'Webinar Registration Form';

export async function startInstance(over: Partial<MarketoWorld> = {}): Promise<TestInstance> {
	return await start({
		programs: [structuredClone(program)],
		leads: [lead(1), lead(2), lead(3)],
		members: [],
		memberFields: { joinCode: { displayName: 'Join Code', dataType: 'string' } },
		leadFields: { lastWebinarJoinUrl: 'string', webinarScore: 'integer', isVip: 'boolean' },
		campaigns: [],
		...over,
	});
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

const program: MarketoProgramState = {
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
