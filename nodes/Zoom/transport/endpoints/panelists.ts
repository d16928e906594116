import { asObject, asObjects, type JsonObject } from '../../../shared/transport/json';
import { segment } from '../paths';
import { zoomRequest, type ZoomContext } from '../request';

/** Zoom takes so many panelists in one call. */
export const PANELISTS_AT_ONCE = 30;

/** All panelists with their join links; Zoom does not page them. */
export async function getPanelists(context: ZoomContext, webinarId: string): Promise<JsonObject[]> {
	const body = await zoomRequest(context, { path: pathOf(webinarId), label: 'medium' });
	return asObjects(asObject(body).panelists);
}

/**
 * Zoom answers with nothing about the people, so list them afterwards.
 * https://developers.zoom.us/docs/api/meetings/#tag/webinars/post/webinars/{webinarId}/panelists
 */
export async function addPanelists(
	context: ZoomContext,
	webinarId: string,
	panelists: ReadonlyArray<{ name: string; email: string }>,
): Promise<void> {
	await zoomRequest(context, {
		path: pathOf(webinarId),
		label: 'medium',
		write: 'addPanelists',
		body: { panelists: panelists.map(({ name, email }) => ({ name, email })) },
	});
}

/** By ID or email. */
export async function removePanelist(
	context: ZoomContext,
	webinarId: string,
	panelist: string,
): Promise<void> {
	await zoomRequest(context, {
		path: `${pathOf(webinarId)}/${segment(panelist)}`,
		label: 'light',
		write: 'removePanelist',
	});
}

export async function removeAllPanelists(context: ZoomContext, webinarId: string): Promise<void> {
	await zoomRequest(context, {
		path: pathOf(webinarId),
		label: 'light',
		write: 'removeAllPanelists',
	});
}

function pathOf(webinarId: string): string {
	return `/webinars/${segment(webinarId)}/panelists`;
}
