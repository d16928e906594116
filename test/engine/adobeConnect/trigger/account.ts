import type { IDataObject } from 'n8n-workflow';

import { adobeWorld } from '../../../sandbox/adobeConnect/testing/world';
import type { AdobeConnectWorld } from '../../../sandbox/adobeConnect/world';
import { PolledTrigger } from '../../support/polledTrigger';
import { stage, type Stage } from '../../support/world';

const MINUTE = 60_000;

/** An Adobe Connect of now, and triggers that poll it. */
export class Account {
	private constructor(readonly here: Stage) {}

	static async open(world: Partial<AdobeConnectWorld> = {}): Promise<Account> {
		const adobeConnect = adobeWorld(world, new Date().toISOString());
		return new Account(await stage({ registrants: 10 }, { adobeConnect }));
	}

	get side() {
		return this.here.sandbox.adobeConnect;
	}

	trigger(event: string, parameters: IDataObject = {}): PolledTrigger {
		return new PolledTrigger('adobeConnectTrigger', this.here.adobeConnect, {
			event,
			...parameters,
		} as never);
	}

	/** The event takes place now. */
	startEvent(eventId: string): void {
		Object.assign(this.side.event(eventId), { begin: minutesAgo(5), end: minutesAgo(-60) });
	}

	/** Somebody comes into the room, and the host ends the meeting. @returns the run's ID */
	hold(roomId: string): string {
		this.side.join(roomId, { name: 'Guest' });
		const held = this.side.endSession(roomId);
		held.begin = minutesAgo(2);
		return held.assetId;
	}

	/** Calls of the XML API since the last look, the sign-in left out. */
	actions(): string[] {
		const actions = this.side.calls.map(({ action }) => action);
		this.side.calls.length = 0;
		return actions.filter((action) => !['common-info', 'login'].includes(action));
	}

	async close(): Promise<void> {
		await this.here.close();
	}
}

export function minutesAgo(minutes: number): string {
	return new Date(Date.now() - minutes * MINUTE).toISOString();
}

/** What the items are about. */
export function sessionIds(items: IDataObject[] | null): unknown[] {
	return (items ?? []).map(({ webinar }) => (webinar as IDataObject).sessionId);
}
