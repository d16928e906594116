import { draftSession } from './draft';
import { Random } from './random';
import { lateFrame, many, plainPlan, type Setting } from './setting';
import { MINUTE } from './time';
import { ranWebinar, type Webinar } from './webinars';

/** The webinar that has just ended: everything that can be odd is in it. */
export function mainWebinar(setting: Setting): Webinar {
	const { cast, size, everyKind, panelists, mainScheduled: scheduled } = setting;
	const random = new Random(setting.seed, 'main');
	return ranWebinar(cast, random, {
		...plainPlan(setting),
		webinarId: 95_263_712_340,
		topic: 'Webinars with "n8n" & friends: année zéro 🎬',
		scheduled,
		uuidShape: 'leadingSlash',
		alternativeHosts: [setting.deputy],
		panelists,
		practice: { start: scheduled - 25 * MINUTE, end: scheduled - 5 * MINUTE },
		outsiders: Math.max(1, Math.min(20, Math.floor(size / 50))),
		strangerInWaitingRoom: everyKind,
		reportDelayMinutes: setting.reportDelayMinutes,
		draft: draftSession(cast, random, {
			frame: lateFrame(random, scheduled, 60),
			registrants: setting.registrants,
			guests: cast.withAddresses(Math.max(2, Math.ceil(size * 0.05)), everyKind),
			anonymous: many(Math.max(1, Math.floor(size * 0.02)), () => cast.withoutAddress()),
			callers: many(Math.max(1, Math.floor(size * 0.015)), () => cast.phoneCaller()),
			panelists,
			host: setting.host,
			turnout: 0.6,
			everyKind,
			polls: 3,
			questionAndAnswer: true,
			survey: true,
		}),
	});
}
