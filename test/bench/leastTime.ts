import { HUBSPOT, leastMs, MARKETO, ZOOM, type Limit } from './clocks/limits';
import type { CallFloor } from './floor';

type Times = Record<'zoom' | 'hubspot' | 'marketo', number>;

/**
 * The least time for the fewest calls: until the vendor's limits let the last of them begin, and then until
 * those of the last window are answered. Zoom's labels are used side by side.
 * @param answeringMs how long all answers of each vendor took
 * @param pauseMs between the last write to HubSpot and its reading back
 */
export function leastTimes(
	{ zoomByLabel, hubspot, hubspotReadBack, marketo }: CallFloor,
	answeringMs: Times,
	pauseMs: number,
): Times {
	const medium = leastMs(zoomByLabel.medium, ZOOM.medium);
	const heavy = leastMs(zoomByLabel.heavy, ZOOM.heavy);
	const lastOfZoom =
		medium > heavy
			? lastShare(zoomByLabel.medium, ZOOM.medium)
			: lastShare(zoomByLabel.heavy, ZOOM.heavy);
	const begun = Math.max(
		leastMs(hubspot, HUBSPOT),
		leastMs(hubspot - hubspotReadBack, HUBSPOT) + pauseMs,
	);
	return {
		zoom: Math.max(medium, heavy) + answeringMs.zoom * lastOfZoom,
		hubspot: begun + answeringMs.hubspot * lastShare(hubspot, HUBSPOT),
		marketo: leastMs(marketo, MARKETO) + answeringMs.marketo * lastShare(marketo, MARKETO),
	};
}

/** Of all calls those that begin when the last window has opened; of few calls that is all of them. */
function lastShare(calls: number, limit: Limit): number {
	return (((calls - 1) % limit.calls) + 1) / calls;
}
