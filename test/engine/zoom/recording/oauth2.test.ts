import { stage, type Stage } from '../../support/world';
import { connected, OAUTH2 } from '../credentials/connect';
import { expectBySpec } from '../support/specs';
import { zoomNode } from '../support/zoom';
import { chat, record, stateOf, video } from './files';
import { syncOf, told } from './sync';

let here: Stage;
beforeEach(async () => {
	here = await stage();
});
afterEach(async () => {
	expectBySpec(here.sandbox);
	await here.close();
});

const SCOPES = [
	'webinar:read:webinar',
	'cloud_recording:read:list_recording_files',
	'cloud_recording:read:list_user_recordings',
];

test('a user who signed in gets the files of their own webinars, by webinar and as host', async () => {
	const fresh = { zoom: { [OAUTH2]: await connected(here) } };
	const app = here.sandbox.zoom.world.generalApp!;
	app.scopes = SCOPES;
	// n8n then fetches a token that carries the app's new scopes.
	here.sandbox.zoom.revokeTokens();
	stateOf(here, here.story.main).hostId = app.userId;
	record(here, here.story.main, [video('v'), chat('c')]);
	const signedIn = { authentication: 'oAuth2', files: ['video', 'chat'], return: 'file' };
	expect(told((await zoomNode(fresh, syncOf(here, signedIn))).outputs[0])).toEqual(['v', 'c']);
	const asHost = {
		...signedIn,
		recordingsOf: 'host',
		host: { __rl: true, mode: 'list', value: '' },
	};
	const { outputs, error } = await zoomNode(fresh, syncOf(here, asHost));
	expect(error).toBeNull();
	expect(told(outputs[0])).toEqual(['v', 'c']);
});
