import { Flow } from '../flow';
import { by, raw, SET } from '../nodes';
import { account } from './account';
import { begin } from './begin';
import { couldNotRun } from './broken';
import { coming, next } from './coming';
import { connectProgram } from './connectProgram';
import { newsOnly } from './newsOnly';
import { marketo, type Crm, type Platform } from './platforms';
import { registrantsOf } from './registrants';
import { BY_HAND, HAPPENED, registrationNotes } from './registrationNotes';
import { webinarOrPerson, whatCame } from './runs';
import { EXCLUDED_DOMAINS } from './settings';
import { EVERY_DAY, EVERY_HOUR, startedBy } from './starts';
import { tryAgain } from './tryAgain';
import { settledWebinar } from './whoseSync';

export interface Registrations {
	key: string;
	platform: Platform;
	crm: Crm;
	/** The main note. */
	about: string;
	/** Hour and minute of the daily look, minute of the hourly one. */
	times: [hour: number, minute: number, everyHour: number];
}

/** Somebody registers on a platform, is approved, denied or cancels, and a CRM knows at once. */
export function registrations({ key, platform, crm, about, times }: Registrations): Flow {
	const flow = new Flow(key, `${platform.name} registrations → ${crm.name}`);
	const isMarketo = crm === marketo;
	const from = begin(flow, platform, {
		event: {
			name: HAPPENED,
			listensTo: ['created', 'approved', 'cancelled', 'denied'].map(
				(what) => `webinar.registration_${what}`,
			),
		},
		byHand: BY_HAND,
		times,
	});
	const came = newsOnly(flow, whatCame(flow, from(HAPPENED)), isMarketo);
	const picked = next(flow, platform, from(BY_HAND), [2340, 60]);
	const daily = coming(flow, platform, [from(EVERY_DAY)], [2340, 260]);
	const back = tryAgain(flow, from(EVERY_HOUR), [2340, 460]);
	const kind = webinarOrPerson(flow, back, [2820, 460]);

	const settled = settledWebinar(flow, platform, { event: came, start: BY_HAND }, [3880, 60]);
	for (const name of [picked.last, daily.last, kind]) flow.wire(name, settled.first);
	const people = registrantsOf(flow, platform, [4840, 60]);
	flow.wire(settled.on, people.first);

	const sync = flow.add(
		'Sync registrations',
		crm.action,
		[5800, 60],
		{
			resource: 'registration',
			operation: 'sync',
			...(isMarketo && { program: by('$json.webinar.webinarId', 'webinar') }),
			mapData: 'automatic',
			preview: `={{ ${startedBy(BY_HAND)} }}`,
			options: {
				excludedDomains: EXCLUDED_DOMAINS,
				// What people said when they registered must not come back every day.
				...(isMarketo && { knownPeople: `={{ ${startedBy(EVERY_DAY)} ? 'leave' : 'update' }}` }),
			},
		},
		{ onError: 'continueErrorOutput' },
	);
	const last = isMarketo ? withoutProgram(flow, sync) : sync;
	const accounts = account(flow, [6440, 0], {
		section: 6,
		destination: crm.name,
		unit: ['registration', 'registrations'],
		writer: sync,
		notLogged: `${startedBy(EVERY_DAY)} && (json.outcome.result === 'unchanged' || (json.outcome.result === 'skipped' && json.outcome.reason !== 'syncOff'))`,
	});
	const broken = couldNotRun(flow, [5480, 660], accounts, { [people.unread]: people.read });
	flow
		.wire(kind, sync, 1)
		.wire(people.one, sync)
		.wire(people.listed, sync)
		.wire(last, accounts)
		.wire(settled.off, accounts)
		.wire(people.nobody, accounts)
		.wire(people.unread, broken, 1);
	for (const name of [...picked.read, daily.read, settled.read]) flow.wire(name, broken, 1);
	registrationNotes(flow, platform, crm, about);
	if (isMarketo) connectProgram(flow, platform, [0, 1180]);
	return flow;
}

/** Not every webinar is Marketo's, so one without a program is a rule and no failure. */
function withoutProgram(flow: Flow, sync: string): string {
	const name = flow.add(
		'Unconnected is no failure',
		SET,
		[6040, 60],
		raw(`{
	...$json,
	outcome: {
		...$json.outcome,
		...($json.outcome.reason === 'programNotFound' ? {
			result: 'skipped',
			repair: 'Connect a program to this webinar, see "Connect a program"; Every day then writes everybody who has registered'
		} : {})
	}
}`),
	);
	flow.wire(sync, name);
	return name;
}
