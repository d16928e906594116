import path from 'node:path';
import type { INodeParameters } from 'n8n-workflow';

import { repoRoot } from '../paths';
import { pictureBook } from './book';

/** A picture of a node's panel or of a credential's window, for one page of docs/. */
export interface PanelPicture {
	name: string;
	/** The page that shows it. */
	page: string;
	/** The source of what is pictured, without its ending. */
	source: string;
	/** What is chosen on the panel of a node; a credential is pictured as it is when somebody makes one. */
	parameters?: INodeParameters;
}

/** Panels and windows, beside pictures that are made elsewhere. */
export const panelBook = pictureBook(path.join(repoRoot, 'docs', 'pictures'));

/** What a page of documentation may weigh, its pictures taken together. */
export const PANEL_LIMIT = 120_000;

const node = (name: string, source: string, parameters: INodeParameters): PanelPicture => ({
	name,
	page: `docs/${name}.md`,
	source: `nodes/${source}.node`,
	parameters,
});

const credential = (name: string, page: string, source: string): PanelPicture => ({
	name: `credential-${name}`,
	page: `docs/${page}.md`,
	source: `credentials/${source}.credentials`,
});

/** A list of which an entry was picked. */
const picked = (value: string, cachedResultName: string) => ({
	__rl: true,
	mode: 'list',
	value,
	cachedResultName,
});

const WEBINAR = picked('93847561201', 'Orchids for beginners');

export const PANELS: PanelPicture[] = [
	node('zoom-webinar', 'Zoom/ZoomWebinar', {
		resource: 'attendee',
		operation: 'get',
		webinar: WEBINAR,
	}),
	node('zoom-webinar-trigger', 'Zoom/ZoomWebinarTrigger', { events: ['webinar.ended'] }),
	node('adobe-connect', 'AdobeConnect/AdobeConnect', {
		resource: 'attendee',
		operation: 'get',
		webinar: WEBINAR,
	}),
	node('adobe-connect-trigger', 'AdobeConnect/AdobeConnectTrigger', { event: 'webinar.ended' }),
	node('hubspot-webinar', 'HubSpot/HubSpotWebinar', { resource: 'attendance', operation: 'sync' }),
	node('hubspot-workflow-action-trigger', 'HubSpot/HubSpotWorkflowActionTrigger', {
		calledBy: 'workflowAction',
	}),
	node('marketo-program', 'Marketo/MarketoProgram', { resource: 'attendance', operation: 'sync' }),
	node('marketo-trigger', 'Marketo/MarketoTrigger', { event: 'programStatusChanged' }),
	node('marketo-flow-step-trigger', 'Marketo/MarketoFlowStepTrigger', { calledBy: 'flowStep' }),
	credential('zoom', 'zoom/credentials', 'ZoomWebinarServerToServerOAuth2Api'),
	credential('zoom-oauth2', 'zoom/credentials', 'ZoomWebinarOAuth2Api'),
	credential('hubspot', 'hubspot/credentials', 'HubSpotWebinarServiceKeyApi'),
	credential('hubspot-oauth2', 'hubspot/credentials', 'HubSpotWebinarOAuth2Api'),
	credential('marketo', 'marketo/credentials', 'MarketoRestOAuth2Api'),
	credential('marketo-incoming', 'marketo-flow-step-trigger', 'MarketoIncomingApi'),
	credential('adobe-connect', 'adobe-connect/sign-in', 'AdobeConnectApi'),
];
