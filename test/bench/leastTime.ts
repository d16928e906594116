import { HUBSPOT, leastMs, MARKETO, ZOOM } from './clocks/limits';
import type { CallFloor } from './floor';

/**
 * The least time that the vendors' limits leave for the fewest calls; Zoom's labels are used side by side.
 * @param pauseMs between the last write to HubSpot and its reading back
 */
export function leastTimes(
	{ zoomByLabel, hubspot, hubspotReadBack, marketo }: CallFloor,
	pauseMs: number,
): Record<'zoom' | 'hubspot' | 'marketo', number> {
	const { medium, heavy } = ZOOM;
	return {
		zoom: Math.max(leastMs(zoomByLabel.medium, medium), leastMs(zoomByLabel.heavy, heavy)),
		hubspot: Math.max(
			leastMs(hubspot, HUBSPOT),
			leastMs(hubspot - hubspotReadBack, HUBSPOT) + pauseMs,
		),
		marketo: leastMs(marketo, MARKETO),
	};
}
