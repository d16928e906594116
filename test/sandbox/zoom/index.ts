import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { ZoomSide } from '../contract';
import type { Kernel } from '../kernel/kernel';
import type { ZoomWorld } from '../world';
import { installAccess } from './access';
import { installActor } from './actor';
import { createControls } from './controls';
import { installErrorHandlers } from './errors';
import { createRateLimiter } from './limits';
import { createLookup } from './lookup';
import { registerOAuth } from './oauth';
import { createZoomSide } from './outbound/side';
import { createPager } from './paging';
import { createArchive } from './recordings/archive';
import { registerDownloads } from './recordings/downloads';
import { createPersonLimiter } from './registration/perPerson';
import { Roll } from './registration/roll';
import { registerHistory } from './routes/history';
import { registerMeetings } from './routes/meetings';
import { registerPanelists } from './routes/panelists';
import { registerPast } from './routes/past';
import { registerQuestions } from './routes/questions';
import { registerRecordings } from './routes/recordings';
import { registerRecordingsOnDemand } from './routes/recordingsOnDemand';
import { registerRegistrants } from './routes/registrants';
import { registerRegistrantWrites } from './routes/registrantWrites';
import { registerReports } from './routes/reports';
import { registerSubscriptions } from './routes/subscriptions';
import { registerUpcoming } from './routes/upcoming';
import { registerUsers } from './routes/users';
import { registerWebinars } from './routes/webinars';
import { registerWebinarWrites } from './routes/webinarWrites';
import { createTokenStore } from './tokens';

export interface ZoomOptions {
	/** Life of an access token by the sandbox's clock. */
	tokenLifeSeconds: number;
}

/** Zoom below the given scope: the token at `/oauth/token`, the API below `/v2`. */
export function registerZoom(
	app: FastifyInstance,
	kernel: Kernel,
	world: ZoomWorld,
	options: ZoomOptions,
): ZoomSide {
	const { now } = kernel;
	const tokens = createTokenStore(now, options.tokenLifeSeconds);
	const limiter = createRateLimiter(() => world.plan, now);
	const controls = createControls();
	const pager = createPager(now);
	const context = { world, now, pager, lookup: createLookup(world, now), tokens, controls };
	const archive = createArchive(world, now);
	const roll = new Roll();
	const perPerson = createPersonLimiter(now, kernel.limits);
	const closing = new AbortController();

	installErrorHandlers(app);
	app.addHook('onSend', async (_request, reply, payload) => {
		reply.header('x-zm-trackingid', `WEB_${randomBytes(16).toString('hex')}`);
		return payload;
	});
	app.addHook('onClose', async () => closing.abort());
	registerOAuth(app, context);
	registerDownloads(app, context, archive);
	const side = createZoomSide({
		world,
		tokens,
		now,
		signal: closing.signal,
		controls,
		origin: () => `${app.listeningOrigin}/zoom`,
	});
	void app.register(
		async (api) => {
			installAccess(api, { kernel, tokens, limiter });
			installActor(api, context, archive);
			registerUsers(api, context);
			registerWebinars(api, context);
			registerWebinarWrites(api, context, kernel.limits);
			registerUpcoming(api, context);
			registerRegistrantWrites(api, context, roll, perPerson);
			registerRegistrants(api, context, roll, perPerson);
			registerQuestions(api, context);
			registerPanelists(api, context);
			registerPast(api, context);
			registerReports(api, context);
			registerHistory(api, context);
			registerMeetings(api, context);
			registerRecordings(api, context, archive);
			registerRecordingsOnDemand(api, context, archive);
			registerSubscriptions(api, context, side.validateUrl);
		},
		{ prefix: '/v2' },
	);
	return side;
}
