import { Flow } from '../flow';
import { by, FILTER, IF, MERGE, only, raw, SET, sticky } from '../nodes';
import { account } from './account';
import { ADD, ADDING, KEEP_RESULT, NOT_REGISTERED, TO_SYNC } from './addContactItems';
import { againNote, registerNote, startsNote, writeNote } from './addContactNotes';
import { choices } from './choices';
import { hubspot, hubspotAsks, type Platform } from './platforms';
import { EXCLUDED_DOMAINS } from './settings';
import { EVERY_HOUR, everyHour, startedBy, whatStarted } from './starts';
import { tables } from './tables';
import { tryAgain } from './tryAgain';

export const ASKED = 'HubSpot asks';
const REGISTERED = 'Is registered?';
const CHOICES = {
	name: 'Return choices',
	action: hubspot.action,
	parameters: { authentication: 'oAuth2', resource: 'workflowAction' },
};

export interface AddContact {
	key: string;
	title: string;
	about: string;
	platform: Platform;
	/** As the trigger calls it; a custom workflow action is answered and offers a drop-down. */
	calledBy: 'webhook' | 'workflowAction';
	/** Minute of the hourly look. */
	minute: number;
}

/**
 * A HubSpot workflow sends a contact, who is registered on the platform and, where HubSpot waits, HubSpot
 * answered, before anything else happens; then the registration is written to HubSpot.
 */
export function addContact({ key, title, about, platform, calledBy, minute }: AddContact): Flow {
	const flow = new Flow(key, title);
	const waits = calledBy === 'workflowAction';
	sticky(flow, 'About this template', [-900, -480], [760, 1340], about);
	const asked = flow.add(ASKED, hubspotAsks, [0, -60], asking(calledBy), { webhook: true });
	if (waits) choices(flow, { asked: ASKED, platform, answer: CHOICES }, [240, 180]);
	const hour = everyHour(flow, [240, 540], minute);
	startsNote(flow, platform, waits);

	const { first, last } = tables(flow, [840, 240]);
	const which = whatStarted(flow, [2360, 340], [ASKED, EVERY_HOUR]);
	const back = tryAgain(flow, { node: which, output: 1 }, [2600, 500]);
	const before = yes(flow, 'Registered before?', [3080, 500], '$json.registered === true');
	againNote(flow, platform, waits);

	const add = flow.add(ADD, platform.action, [3460, -60], ADDING, {
		onError: 'continueErrorOutput',
	});
	const keep = flow.add('Keep the result', SET, [3700, -60], raw(KEEP_RESULT), {
		onError: 'continueErrorOutput',
	});
	const whose = yes(flow, 'Did HubSpot ask?', [3940, -60], startedBy(ASKED));
	// Lets the contact through when the tables are there.
	const both = flow.add('Answered, and tables ready', MERGE, [4420, 160], {
		mode: 'chooseBranch',
		useDataOfInput: 1,
	});
	flow
		// In this order: n8n runs the higher one first, to its end.
		.wire(asked, [add, first])
		.wire(hour, first)
		.wire(last, which)
		.wire(which, both, 0, 1)
		.wire(back, before)
		.wire(before, add, 1);
	// Whatever fails, it is an answer.
	for (const output of [0, 1]) flow.wire(add, keep, output).wire(keep, whose, output);
	registerNote(flow, platform, waits);

	const accounts = account(flow, [6120, 0], {
		section: 6,
		destination: hubspot.name,
		unit: ['person', 'people'],
		done: 'registered and written',
		// The same call once more, which has changed nothing.
		notLogged: "json.outcome.result === 'unchanged'",
	});
	const isIn = write(flow, platform, accounts);
	flow.wire(before, isIn).wire(whose, isIn, 1).wire(both, isIn);
	if (waits) answered(flow, { whose, both, accounts });
	else flow.wire(whose, both);
	return flow;
}

const asking = (calledBy: AddContact['calledBy']) => ({
	calledBy,
	...(calledBy === 'webhook'
		? { verification: 'apiKeyHeader', headerName: 'X-API-Key' }
		: { answer: 'callBack' }),
	options: {},
});

/** True on the first output, false on the second. */
function yes(flow: Flow, name: string, at: [number, number], left: string): string {
	const condition = { left, type: 'boolean', operation: 'true' } as const;
	return flow.add(name, IF, at, only(flow, name, condition));
}

/** HubSpot hears what became of the contact, once; when it could not be told, the account says so. */
function answered(flow: Flow, to: { whose: string; both: string; accounts: string }): void {
	const answer = flow.add(
		'Complete workflow action',
		hubspot.action,
		[4180, -160],
		{
			authentication: 'oAuth2',
			resource: 'workflowAction',
			operation: 'complete',
			mapData: 'automatic',
			options: {},
		},
		{ onError: 'continueErrorOutput' },
	);
	const unheard = flow.add(
		'HubSpot heard nothing',
		FILTER,
		[4760, 600],
		only(flow, 'unheard', {
			left: "!['synced', 'unchanged', 'skipped'].includes($json.outcome?.steps?.answer?.result)",
			type: 'boolean',
			operation: 'true',
		}),
	);
	const told = flow.add(
		'Say that HubSpot waits',
		SET,
		[5000, 600],
		raw(`{
	webinar: $json.webinar,
	email: $json.email,
	kind: 'webinar',
	lost: true,
	outcome: {
		result: 'failed',
		action: 'none',
		reason: $json.outcome?.reason ?? '',
		message: 'Complete workflow action, ' + $json.email + ': ' + ($json.error?.message ?? $json.error ?? $json.outcome?.message),
		repair: $json.outcome?.repair ?? '',
		preview: false
	}
}`),
	);
	flow.wire(to.whose, answer).wire(to.both, unheard).chain(unheard, told, to.accounts);
	for (const output of [0, 1]) flow.wire(answer, to.both, output);
}

/** Writes who is registered to HubSpot. @returns the node that asks whether they are */
function write(flow: Flow, platform: Platform, accounts: string): string {
	const isIn = yes(
		flow,
		REGISTERED,
		[4760, 60],
		"['synced', 'unchanged'].includes($json.registration?.result)",
	);
	const not = flow.add('Not registered', SET, [5000, 400], raw(NOT_REGISTERED));
	const webinar = flow.add(
		'Webinar of the registration',
		platform.action,
		[5000, 20],
		{ resource: 'webinar', operation: 'get', webinar: by('$json.webinarId') },
		{ onError: 'continueErrorOutput' },
	);
	const person = `...$('${REGISTERED}').item.json, registered: true, properties: undefined`;
	const unread = flow.add(
		'Registered, not written',
		SET,
		[5240, 220],
		raw(`{
	${person},
	outcome: {
		result: 'failed',
		action: 'none',
		reason: $json.details?.reason ?? '',
		message: 'Registered, but not written to ${hubspot.name}, because the webinar could not be read: ' + ($json.message ?? $json.error?.message ?? $json.error),
		repair: $json.details?.repair ?? '',
		preview: false
	}
}`),
	);
	const toSync = flow.add('Registration to sync', SET, [5240, 20], raw(TO_SYNC(person)));
	const isOn = yes(flow, 'Is sync on for it?', [5480, 20], '$json.sync');
	const off = flow.add(
		'Sync is off',
		SET,
		[5720, 220],
		raw(`{
	...$json,
	outcome: {
		result: 'skipped',
		action: 'none',
		reason: 'syncOff',
		message: 'Registered. Syncing is switched off for this webinar',
		repair: 'Switch it on in n8nWebinarSettings; within the hour the registration is written',
		preview: false
	}
}`),
	);
	const sync = flow.add(
		'Sync registrations',
		hubspot.action,
		[5720, 20],
		{
			resource: 'registration',
			operation: 'sync',
			mapData: 'automatic',
			preview: false,
			options: { excludedDomains: EXCLUDED_DOMAINS },
		},
		{ onError: 'continueErrorOutput' },
	);
	flow
		.wire(isIn, webinar)
		.wire(isIn, not, 1)
		.wire(webinar, toSync)
		.wire(webinar, unread, 1)
		.chain(toSync, isOn, sync, accounts)
		.wire(isOn, off, 1);
	for (const name of [off, unread, not]) flow.wire(name, accounts);
	writeNote(flow);
	return isIn;
}
