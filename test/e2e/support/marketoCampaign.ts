import type { Sandbox } from '../../sandbox/contract';
import type { MarketoFlowStep, MarketoTriggerRule } from '../../sandbox/marketo/world';
import { MARKETO_PROGRAMS } from '../../story/marketoSettings';

/** Nobody is in it when a story begins. */
export const PROGRAM = MARKETO_PROGRAMS.earlier;
export const CAMPAIGN = 7001;
export const FORM = 'Webinar Registration Form';

export const CONFIRMATION: MarketoFlowStep = {
	kind: 'sendEmail',
	email: {
		name: 'Confirmation',
		subject: 'You are in',
		body: 'Link: {{member.webinar url}}',
		operational: true,
	},
};

/** Writes the webinar to the program's My Tokens, as Connect Webinar does. */
export function connectProgram({ marketo }: Sandbox, webinarId: number): void {
	const program = marketo.programs.get(PROGRAM);
	if (program === undefined) throw new Error('The story has no such program');
	const text = (value: string) => ({ type: 'text', value });
	program.tokens = {
		'Webinar Platform': text('zoom'),
		'Webinar ID': text(String(webinarId)),
		'Webinar Program ID': text(String(PROGRAM)),
	};
}

export function setCampaign(
	{ marketo }: Sandbox,
	flow: MarketoFlowStep[],
	trigger: MarketoTriggerRule = { kind: 'batch' },
): void {
	const name = '02 Register';
	marketo.campaigns.set(CAMPAIGN, {
		id: CAMPAIGN,
		name,
		programId: PROGRAM,
		isActive: true,
		trigger,
		flow,
	});
}

/** Somebody whom Zoom takes, with an address of their own. */
export function somebody({ marketo, zoom }: Sandbox, skip = 0) {
	// Hosts cannot register for their own webinars.
	const hosts = new Set(zoom.world.users.map(({ email }) => email.toLowerCase()));
	const all = [...marketo.leads.values()].filter(
		({ fields }) => !hosts.has(String(fields.email).toLowerCase()),
	);
	const plain = all.filter(({ fields: { email, firstName } }) => {
		const isOnce = all.filter((other) => other.fields.email === email).length === 1;
		return isOnce && /^[\w.]+@[\w.]+\.\w+$/.test(String(email)) && firstName !== '';
	});
	const found = plain[skip];
	if (found === undefined) throw new Error('Marketo has nobody');
	return found;
}
