import type { MarketoCampaign, MarketoFlowStep } from '../../../sandbox/marketo/world';
import type { World, ZoomWebinarState } from '../../../sandbox/world';
import { MARKETO_PROGRAMS } from '../../../story';
import { upcomingWebinar } from '../../support/upcomingWebinar';

/** What an admin has made in Marketo for these tests. */
export const REASON_FIELD = 'registrationProblem';
export const LINK_FIELD = 'lastWebinarJoinURL';
export const FORM = 'Webinar registration';
export const WEBHOOK = 'Register at the webinar';
/** By its apiName, as campaigns hold the flow step. */
export const FLOW_STEP = 'registerForWebinar';
export const CONFIRMATION = 'Confirmation';

/** Of the program in which a story plays, and of its campaign for form fills. */
export interface Place {
	programId: number;
	campaignId: number;
}

/** Of the story's own webinar. */
export const MAIN: Place = { programId: MARKETO_PROGRAMS.main, campaignId: 5100 };
/** Registered and Registration Error are the same step of its channel. */
export const SAME_STEP: Place = { programId: MARKETO_PROGRAMS.earlier, campaignId: 5101 };
/** Registration Error is above Registered. */
export const HIGHER_STEP: Place = { programId: MARKETO_PROGRAMS.otherSteps, campaignId: 5102 };

export function marketoOf(world: World): NonNullable<World['marketo']> {
	if (world.marketo === undefined) throw new Error('The world has no Marketo');
	return world.marketo;
}

export interface Webinars {
	main: ZoomWebinarState;
	/** For another program: a webinar belongs to one. */
	other: ZoomWebinarState;
}

/** Adds what the admin has made to the story's Marketo, and two webinars that ask for phone and company. */
export function prepare(world: World): Webinars {
	const marketo = marketoOf(world);
	marketo.memberFields[REASON_FIELD] = { displayName: 'Registration Problem', dataType: 'string' };
	marketo.leadFields[LINK_FIELD] = 'text';
	const questions = {
		questions: [
			{ field_name: 'phone', required: false },
			{ field_name: 'org', required: false },
		],
		custom_questions: [],
	};
	return {
		main: upcomingWebinar(world.zoom, { questions }),
		other: upcomingWebinar(world.zoom, {
			id: 96_000_000_002,
			uuid: 'uPcOmInGwEbInAr000002==',
			topic: 'Orchids for the advanced',
			joinUrl: 'https://zoom.example/j/96000000002',
			questions,
		}),
	};
}

/** Send Email with the personal link, at the place where a marketer puts it. */
export const sendConfirmation: MarketoFlowStep = {
	kind: 'sendEmail',
	email: {
		name: CONFIRMATION,
		subject: 'You are registered, {{lead.First Name}}',
		body: 'Your personal link: {{member.webinar url}}',
		operational: true,
	},
};

/** What that mail says to somebody with this link. */
export const linkMail = (link: string | undefined) => `Your personal link: ${link ?? ''}`;

export const useFlowStep = (webinar = ''): MarketoFlowStep => ({
	kind: 'flowStep',
	service: FLOW_STEP,
	attributes: { webinar },
});

export const registered = ({ programId }: Place): MarketoFlowStep => ({
	kind: 'changeProgramStatus',
	programId,
	newStatus: 'Registered',
});

/** "Campaign is Requested" below a program: what an API call starts, here the mail. */
export function requestedCampaign(programId: number, campaignId: number): MarketoCampaign {
	return {
		id: campaignId,
		name: '02 Send confirmation',
		programId,
		isActive: true,
		trigger: { kind: 'campaignIsRequested' },
		flow: [sendConfirmation],
	};
}

/** A campaign below the program that a form fill starts. */
export function formCampaign(
	{ programId, campaignId }: Place,
	flow: MarketoFlowStep[],
): MarketoCampaign {
	return {
		id: campaignId,
		name: '01 Register',
		programId,
		isActive: true,
		trigger: { kind: 'fillsOutForm', form: `${FORM} ${programId}` },
		flow,
	};
}
