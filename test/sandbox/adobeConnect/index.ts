import type { FastifyInstance } from 'fastify';
import type { Kernel } from '../kernel/kernel';
import { allActions } from './actions';
import type { AdobeConnectSide } from './contract';
import { serveActions } from './http/router';
import { servePages } from './pages/routes';
import { SessionStore } from './session/store';
import { createSide } from './side';
import { AdobeState } from './state/adobeState';
import type { AdobeConnectWorld } from './world';

/**
 * Plays an Adobe Connect account on the given server: the XML API at /api/xml, and the pages behind the links.
 * @param app register it under a prefix of its own
 * @param host address of that prefix, as people have it
 * @returns the account's live state; tests read it and may change it
 */
export function registerAdobeConnect(
	app: FastifyInstance,
	kernel: Kernel,
	world: AdobeConnectWorld,
	host: () => string,
): AdobeConnectSide {
	const state = new AdobeState(kernel, world, host);
	const sessions = new SessionStore(kernel.now, world);
	serveActions(app, state, sessions, allActions(state, sessions));
	servePages(app, state, sessions);
	return createSide(state, sessions);
}
