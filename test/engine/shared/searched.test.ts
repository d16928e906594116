import { takeLeaks } from '../../secrets/book';
import { panelOf } from '../support/loneNode';
import { stage, type Stage } from '../support/world';
import { getWebinar, zoomNode } from '../zoom/support/zoom';

let here: Stage;
beforeEach(async () => {
	here = await stage({ registrants: 12 });
});
afterEach(async () => await here.close());

/** Where the leaks were found, without what stands around them. */
const places = (): string[] => [...new Set(takeLeaks().map(({ where }) => where.split(':')[0]!))];

const client = () => String(here.zoom.zoomWebinarServerToServerOAuth2Api!.clientSecret);

describe('a secret that a run shows is found by itself', () => {
	test('in its items, though nobody asked', async () => {
		const items = [{ webinarId: here.story.main.webinarId, note: client() }];
		await zoomNode(here, getWebinar('={{ $json.webinarId }}'), { items });
		expect(places()).toContain('execution');
	});

	test('in an error', async () => {
		const wrong = getWebinar('={{ $json.typed }}');
		const { error } = await zoomNode(here, wrong, { items: [{ typed: client() }] });
		expect(error?.message).toContain('is not one of');
		expect(places()).toEqual(expect.arrayContaining(['node Node', 'execution']));
	});

	test('in a line of the log', async () => {
		const { context } = await panelOf({ type: 'zoomWebinar', credentials: here.zoom });
		const { clientId, clientSecret } = here.story.world.zoom;
		context.logger.warn(`Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`);
		expect(places()).toEqual(['log (warn)']);
	});

	test('as the token that Zoom handed out a moment ago', async () => {
		await zoomNode(here, getWebinar(here.story.main.webinarId));
		const { oauthTokenData } = here.zoom.zoomWebinarServerToServerOAuth2Api!;
		const { access_token: token } = oauthTokenData as unknown as { access_token: string };
		expect(places()).toEqual([]);
		const items = [{ webinarId: here.story.main.webinarId, note: token }];
		await zoomNode(here, getWebinar('={{ $json.webinarId }}'), { items });
		expect(places()).toContain('execution');
	});
});
