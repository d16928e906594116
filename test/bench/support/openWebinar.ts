import type { Stage } from '../../engine/support/world';

export const COMING_WEBINAR = 98_765_432_101;
const HOUR_MS = 60 * 60 * 1000;

/**
 * Adds a webinar to come.
 * @param approvalType whether it approves by itself (0) or by hand (1), in Zoom's figures
 */
export function openWebinar({ sandbox, story }: Stage, approvalType: 0 | 1): void {
	const { webinars } = sandbox.zoom.world;
	const main = webinars.find(({ id }) => id === story.main.webinarId);
	if (main === undefined) throw new Error('The story has no main webinar');
	webinars.push({
		...main,
		id: COMING_WEBINAR,
		uuid: 'BenchmarkWebinarUuid000==',
		type: 5,
		approvalType,
		startTime: new Date(sandbox.now() + HOUR_MS).toISOString(),
		registrants: [],
		panelists: [],
		sessions: [],
	});
}
