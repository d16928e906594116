import { draftSession } from './draft';
import { Random } from './random';
import { lateFrame, many, plainPlan, type Setting } from './setting';
import { DAY, HOUR } from './time';
import { neverStartedWebinar, ranWebinar, type Webinar } from './webinars';

const NO_CROWD = { guests: [], anonymous: [], callers: [], panelists: [], host: null };
const SILENT = { polls: 0, questionAndAnswer: true, survey: false };

/** A month ago, with 30 % of the main webinar's registrants and others; Q&A was off. */
export function earlierWebinar(setting: Setting): Webinar {
	const { cast, size, registrants } = setting;
	const random = new Random(setting.seed, 'earlier');
	const scheduled = setting.mainScheduled - 30 * DAY;
	const panelists = setting.panelists.slice(0, 1);
	return ranWebinar(cast, random, {
		...plainPlan(setting),
		webinarId: 95_263_712_341,
		topic: 'First steps with webinars',
		scheduled,
		uuidShape: 'doubleSlash',
		panelists,
		questionAndAnswer: false,
		draft: draftSession(cast, random, {
			frame: lateFrame(random, scheduled, 60),
			registrants: [
				...random.shuffle(registrants).slice(0, Math.ceil(size * 0.3)),
				...cast.withAddresses(Math.ceil(size * 0.2), false),
			],
			guests: cast.withAddresses(Math.max(1, Math.floor(size * 0.01)), false),
			anonymous: [],
			callers: [],
			panelists,
			host: setting.host,
			turnout: 0.6,
			everyKind: false,
			polls: 2,
			questionAndAnswer: false,
			survey: false,
		}),
	});
}

/** The host opened the room for a quarter of an hour, and nobody came; not one row in the report. */
export function nobodyWebinar(setting: Setting): Webinar {
	const { cast, few } = setting;
	const random = new Random(setting.seed, 'nobody');
	const scheduled = setting.mainScheduled - 3 * DAY;
	return ranWebinar(cast, random, {
		...plainPlan(setting),
		webinarId: 95_263_712_342,
		topic: 'The webinar nobody came to',
		scheduled,
		draft: draftSession(cast, random, {
			...NO_CROWD,
			...SILENT,
			frame: lateFrame(random, scheduled, 15),
			registrants: [...setting.registrants.slice(0, few), ...cast.withAddresses(few, false)],
			turnout: 0,
			everyKind: false,
		}),
	});
}

/** Anybody could come with the link: there is no list of registrants, so there are no no-shows. */
export function openWebinar(setting: Setting): Webinar {
	const { cast, few } = setting;
	const random = new Random(setting.seed, 'noRegistration');
	const scheduled = setting.mainScheduled - 7 * DAY;
	return ranWebinar(cast, random, {
		...plainPlan(setting),
		webinarId: 95_263_712_343,
		topic: 'Open house, no registration',
		scheduled,
		scheduledMinutes: 45,
		registration: false,
		draft: draftSession(cast, random, {
			...NO_CROWD,
			...SILENT,
			frame: lateFrame(random, scheduled, 45),
			registrants: [],
			guests: [...setting.registrants.slice(few, 2 * few), ...cast.withAddresses(few, false)],
			anonymous: many(few, () => cast.withoutAddress()),
			host: setting.host,
			turnout: 0,
			everyKind: false,
		}),
	});
}

/** People registered, the time went by, and the host never started it. */
export function unstartedWebinar(setting: Setting): Webinar {
	const { cast, few } = setting;
	const random = new Random(setting.seed, 'neverStarted');
	const scheduled = setting.mainScheduled - 2 * DAY;
	return neverStartedWebinar(cast, random, {
		...plainPlan(setting),
		webinarId: 95_263_712_344,
		topic: 'The webinar that never started',
		scheduled,
		draft: draftSession(cast, random, {
			...NO_CROWD,
			...SILENT,
			frame: { start: scheduled, end: scheduled + HOUR },
			registrants: [
				...setting.registrants.slice(2 * few, 3 * few),
				...cast.withAddresses(few, false),
			],
			turnout: 0,
			everyKind: false,
		}),
	});
}
