import { asObject, asObjects, type JsonObject } from '../../../shared/transport/json';
import { segment } from '../paths';
import { zoomRequest, type ZoomContext } from '../request';

export async function getPanelists(context: ZoomContext, webinarId: string): Promise<JsonObject[]> {
	const body = await zoomRequest(context, {
		path: `/webinars/${segment(webinarId)}/panelists`,
		label: 'medium',
	});
	return asObjects(asObject(body).panelists);
}
