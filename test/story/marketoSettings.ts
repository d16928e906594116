import type {
	MarketoChannel,
	MarketoCampaign,
	MarketoProgramState,
} from '../sandbox/marketo/world';

/** Numbers of the story's programs in Marketo. */
export const MARKETO_PROGRAMS = {
	/** Event with Webinar, channel Webinar; people of the main webinar are its members. */
	main: 1207,
	/** Event with Webinar, channel Webinar; nobody in it yet. */
	earlier: 1208,
	/** Event with Webinar on a channel whose Registration Error lies above Registered. */
	otherSteps: 1209,
	/** No event. */
	classic: 1107,
} as const;

/** Numbers of the story's smart campaigns. */
export const MARKETO_CAMPAIGNS = {
	/** "Campaign is Requested"; sends the confirmation. */
	confirmation: 5001,
	/** Batch; sends the invitation. */
	invitation: 5002,
} as const;

/** Permissions that the Marketo nodes ask for. */
export const MARKETO_PERMISSIONS = [
	'Read-Write Lead',
	'Read-Write Activity',
	'Read-Write Activity Metadata',
	'Read-Write Assets',
	'Read-Only Campaign',
	'Execute Campaign',
	'Read-Write Schema Custom Field',
];

type Step = [name: string, step: number, success?: boolean];

const status = ([name, step, success = false]: Step) => ({ name, step, hidden: false, success });

/** Steps differ from one instance to the next; these are those of Adobe's webinar channel as an example. */
const WEBINAR_STEPS: Step[] = [
	['Not in Program', 0],
	['Invited', 10],
	['Pending Approval', 20],
	['Waitlisted', 20],
	['Rejected', 20],
	['Registered', 30],
	['Registration Error', 30],
	['No Show', 40],
	['Attended', 50, true],
	['Attended On-demand', 50, true],
];

export const CHANNELS: MarketoChannel[] = [
	{
		id: 4,
		name: 'Online Advertising',
		applicableProgramType: 'program',
		progressionStatuses: [
			status(['Not in Program', 0]),
			status(['Invited', 10]),
			status(['Clicked', 20]),
			status(['Influenced', 30, true]),
		],
	},
	{
		id: 9,
		name: 'Webinar',
		applicableProgramType: 'webinar',
		progressionStatuses: WEBINAR_STEPS.map(status),
	},
	{
		id: 11,
		name: 'Webinar (agency)',
		applicableProgramType: 'webinar',
		progressionStatuses: [
			...WEBINAR_STEPS.filter(([name]) => name !== 'Registration Error'),
			['Registration Error', 35] satisfies Step,
		].map(status),
	},
];

/** @param now ISO UTC */
export function programs(now: string, topics: { main: string; earlier: string }) {
	const program = (
		id: number,
		name: string,
		type: string,
		channel: string,
	): MarketoProgramState => ({
		id,
		name,
		description: '',
		type,
		channel,
		workspace: 'Default',
		folder: { type: 'Folder', value: 1910, folderName: 'Webinars 2026' },
		status: '',
		createdAt: now,
		updatedAt: now,
		tokens: {},
	});
	const event = 'Event with Webinar';
	return [
		program(MARKETO_PROGRAMS.main, `Webinar ${topics.main}`, event, 'Webinar'),
		program(MARKETO_PROGRAMS.earlier, `Webinar ${topics.earlier}`, event, 'Webinar'),
		program(MARKETO_PROGRAMS.otherSteps, 'Webinar of the agency', event, 'Webinar (agency)'),
		program(MARKETO_PROGRAMS.classic, 'Autumn advertising', 'Default', 'Online Advertising'),
	];
}

export const CAMPAIGNS: MarketoCampaign[] = [
	{
		id: MARKETO_CAMPAIGNS.confirmation,
		name: '01 Send confirmation',
		programId: MARKETO_PROGRAMS.main,
		isActive: true,
		trigger: { kind: 'campaignIsRequested' },
		flow: [
			{
				kind: 'sendEmail',
				email: {
					name: 'Confirmation',
					subject: 'You are registered, {{lead.First Name}}',
					body: 'Your personal link: {{member.webinar url}}',
					operational: true,
				},
			},
		],
	},
	{
		id: MARKETO_CAMPAIGNS.invitation,
		name: '00 Invite',
		programId: MARKETO_PROGRAMS.main,
		isActive: false,
		trigger: { kind: 'batch' },
		flow: [
			{
				kind: 'changeProgramStatus',
				programId: MARKETO_PROGRAMS.main,
				newStatus: 'Invited',
			},
		],
	},
];
