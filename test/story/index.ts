import { adobeConnectWorld } from './adobeConnectWorld';
import type { Story, StoryOptions } from './contract';
import { hubSpotWorld } from './crm';
import { marketoWorld } from './marketoWorld';
import { mainWebinar } from './mainWebinar';
import { earlierWebinar, nobodyWebinar, openWebinar, unstartedWebinar } from './otherWebinars';
import { Random } from './random';
import { makeSetting } from './setting';
import { iso } from './time';
import { zoomWorld } from './zoomWorld';

export * from './contract';
export { ADOBE_USER } from './adobeConnectPeople';
export { adobeIds } from './adobeConnectWorld';
export { RIVAL_DOMAIN } from './addresses';
export { MARKETO_CAMPAIGNS, MARKETO_PERMISSIONS, MARKETO_PROGRAMS } from './marketoSettings';
export { DEFAULT_NOW, EVERY_KIND_FROM } from './setting';

/**
 * Invents people and what they did, then derives what Zoom, Adobe Connect, HubSpot and Marketo hold of it. The same options
 * give the same story, and all times lie relative to `now`.
 *
 * @throws RangeError when `registrants` is not a whole number from 10 to 50,000 or `now` no time
 */
export function makeStory(options: StoryOptions): Story {
	const { seed, registrants } = options;
	if (!Number.isInteger(registrants) || registrants < 10 || registrants > 50_000) {
		throw new RangeError(`registrants must be a whole number, 10 to 50,000, not ${registrants}`);
	}
	const setting = makeSetting(options);
	const main = mainWebinar(setting);
	const earlier = earlierWebinar(setting);
	const nobody = nobodyWebinar(setting);
	const noRegistration = openWebinar(setting);
	const neverStarted = unstartedWebinar(setting);
	const webinars = [main, earlier, nobody, noRegistration, neverStarted];
	const { host, deputy, unlicensed, cast, now } = setting;
	return {
		seed,
		world: {
			now: iso(now),
			zoom: zoomWorld(
				[host, deputy],
				[unlicensed],
				webinars.map(({ state }) => state),
			),
			hubspot: hubSpotWorld(cast, new Random(seed, 'hubspot'), now, [host, deputy, unlicensed]),
			marketo: marketoWorld(cast, new Random(seed, 'marketo'), now, {
				main: main.session,
				earlier: earlier.session,
			}),
			adobeConnect: adobeConnectWorld(seed, now, {
				main,
				earlier,
				nobody,
				noRegistration,
				neverStarted,
			}),
		},
		main: main.session,
		earlier: earlier.session,
		nobody: nobody.session,
		noRegistration: noRegistration.session,
		neverStarted: neverStarted.session,
	};
}
