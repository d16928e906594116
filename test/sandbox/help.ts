import type { AdobeConnectWorld } from './adobeConnect/world';
import type { Story } from '../story/contract';
import type { Sandbox } from './contract';

/** What the command line prints: addresses, test credentials (made up, valid nowhere else), what to try. */
export function helpText(sandbox: Sandbox, story: Story): string {
	const { zoom, hubspot, marketo, adobeConnect } = story.world;
	const { main } = story;
	const json = `-H 'content-type: application/json'`;
	return [
		`The sandbox is listening on ${sandbox.url} (its time: ${new Date(sandbox.now()).toISOString()}).`,
		'',
		'Zoom (server-to-server OAuth)',
		`  Base URL        ${sandbox.zoomBaseUrl}   (API below /v2, token at /oauth/token)`,
		`  Account ID      ${zoom.accountId}`,
		`  Client ID       ${zoom.clientId}`,
		`  Client secret   ${zoom.clientSecret}`,
		`  Secret token    ${zoom.webhookSecretToken}   (signs webhooks)`,
		`  Plan            ${zoom.plan}`,
		'',
		'HubSpot (service key)',
		`  Base URL        ${sandbox.hubspotBaseUrl}`,
		`  Service key     ${hubspot.serviceKey}`,
		`  Portal          ${hubspot.portalId}, ${hubspot.tier}`,
		'',
		...(marketo
			? [
					'Marketo Engage (custom service)',
					`  Endpoint        ${sandbox.marketoBaseUrl}   (REST below /rest, bulk below /bulk, token below /identity)`,
					`  Client ID       ${marketo.clientId}`,
					`  Client secret   ${marketo.clientSecret}`,
					`  Munchkin ID     ${marketo.munchkinId}`,
					`  Programs        ${marketo.programs.map(({ id, name }) => `${id} ${name}`).join(', ')}`,
					'',
				]
			: []),
		...(adobeConnect ? adobeConnectLines(sandbox, adobeConnect) : []),
		`The webinar that has just ended: "${main.topic}", id ${main.webinarId}, session ${main.sessionUuid}`,
		'',
		'To try:',
		'  A token:',
		`    curl -s -u '${zoom.clientId}:${zoom.clientSecret}' ${sandbox.zoomBaseUrl}/oauth/token -d grant_type=account_credentials -d account_id=${zoom.accountId}`,
		'  Its webinars, with that token:',
		`    curl -s -H "Authorization: Bearer $TOKEN" ${sandbox.zoomBaseUrl}/v2/users/${encodeURIComponent(main.hostEmail)}/webinars`,
		'  The account:',
		`    curl -s -H 'Authorization: Bearer ${hubspot.serviceKey}' ${sandbox.hubspotBaseUrl}/account-info/2026-09/details`,
		...(marketo
			? [
					'  A token of Marketo:',
					`    curl -s '${sandbox.marketoBaseUrl}/identity/oauth/token?grant_type=client_credentials&client_id=${marketo.clientId}&client_secret=${marketo.clientSecret}'`,
					'  Its programs, with that token:',
					`    curl -s -H "Authorization: Bearer $TOKEN" ${sandbox.marketoBaseUrl}/rest/asset/v1/programs.json`,
					...flowStepLines(sandbox, marketo.programs[0]?.id),
				]
			: []),
		...(adobeConnect ? adobeConnectTrials(sandbox, adobeConnect) : []),
		'  Send the signed webinar.ended to a trigger:',
		`    curl -s ${json} ${sandbox.url}/control/webinar-ended -d '{"to": "http://localhost:5678/webhook/..."}'`,
		'  Jump the clock an hour forward:',
		`    curl -s ${json} ${sandbox.url}/control/clock -d '{"advanceSeconds": 3600}'`,
		'  See every call so far:',
		`    curl -s ${sandbox.url}/control/books`,
		'',
		'Ctrl+C ends it.',
		'',
	].join('\n');
}

function adobeConnectLines({ adobeBaseUrl }: Sandbox, world: AdobeConnectWorld): string[] {
	const user = world.principals.find(({ password }) => password !== undefined);
	return [
		'Adobe Connect',
		`  Address         ${adobeBaseUrl}   (API at /api/xml)`,
		`  Login           ${user?.login ?? ''}`,
		`  Password        ${user?.password ?? ''}`,
		`  Account ID      ${world.accountId}`,
		`  Events          ${world.events.map(({ id, name }) => `${id} ${name}`).join(', ')}`,
		'',
	];
}

/** The session comes with the login; people come, go and register by the control routes. */
function adobeConnectTrials({ adobeBaseUrl, url }: Sandbox, world: AdobeConnectWorld): string[] {
	const user = world.principals.find(({ password }) => password !== undefined);
	const event = world.events[0]?.id ?? '';
	const api = `${adobeBaseUrl}/api/xml`;
	const person = {
		eventId: event,
		email: 'pat@example.com',
		firstName: 'Pat',
		lastName: 'Example',
	};
	const report = 'report-event-participants-complete-information';
	return [
		'  A session of Adobe Connect (the BREEZESESSION of its answer):',
		`    curl -si ${api} -d action=login -d login=${user?.login ?? ''} -d password=${user?.password ?? ''}`,
		'  Who has registered for an event and who came, with that session:',
		`    curl -s -b "BREEZESESSION=$SESSION" '${api}?action=${report}&sco-id=${event}'`,
		'  Somebody registers on its landing page:',
		`    curl -s -H 'content-type: application/json' ${url}/control/adobe-connect/register -d '${JSON.stringify(person)}'`,
	];
}

/** How the campaigns of Marketo are played: a flow step is installed, used, and started by a form. */
function flowStepLines({ url }: Sandbox, programId: number | undefined): string[] {
	const post = (path: string, body: unknown): string =>
		`    curl -s -H 'content-type: application/json' ${url}/control/marketo/${path} -d '${JSON.stringify(body)}'`;
	const flow = [
		{ kind: 'changeProgramStatus', programId, newStatus: 'Registered' },
		{ kind: 'flowStep', service: '<apiName of the answer above>', attributes: {} },
		{
			kind: 'sendEmail',
			email: {
				name: 'Confirmation',
				subject: 'You are registered',
				body: 'Your link: {{member.webinar url}}',
				operational: true,
			},
		},
	];
	const trigger = { kind: 'fillsOutForm', form: 'Registration' };
	const person = { email: 'pat@example.com', firstName: 'Pat', lastName: 'Example' };
	return [
		'  Install a flow step in Marketo:',
		post('services', {
			openApiUrl: 'http://localhost:5678/webhook/.../openapi.json',
			apiKey: '...',
		}),
		'  A campaign with it, whose mail carries the personal link:',
		post('campaigns', { name: 'Register', programId, trigger, flow }),
		'  Fill out the form that starts it, and see mails, steps and calls:',
		post('forms', { form: trigger.form, fields: person }),
		`    curl -s ${url}/control/marketo`,
	];
}
