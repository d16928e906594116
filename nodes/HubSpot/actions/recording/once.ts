import { pause } from '../../../shared/transport/send';
import { unless } from '../../../shared/transport/unless';
import { VendorError } from '../../../shared/transport/vendorError';
import {
	createEngagement,
	findEngagements,
	type Engagement,
	type EngagementKind,
} from '../../transport/engagements';
import type { Run } from './run';

/** How often a record is looked for whose answer was lost. */
const LOOKS = 3;

/** A call or note of this package among those of the same moment. */
export async function lookFor(
	{ client }: Run,
	kind: EngagementKind,
	at: string,
	properties: readonly string[],
	isOurs: (engagement: Engagement) => boolean,
): Promise<Engagement | undefined> {
	return (await findEngagements(client, kind, at, properties)).filter(isOurs).sort(oldestFirst)[0];
}

function oldestFirst(a: Engagement, b: Engagement): number {
	return a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}

/**
 * Makes a record that has no natural key: when the answer was lost it is looked for as often as the
 * index may need, and never sent again.
 * @throws VendorError with reason `uncertain` when it is not found
 */
export async function createOnce(
	{ client, options }: Run,
	kind: EngagementKind,
	properties: Record<string, string>,
	find: () => Promise<Engagement | undefined>,
): Promise<string> {
	let lost: VendorError | undefined;
	const isLost = (error: unknown): boolean => {
		if (!(error instanceof VendorError) || error.details.reason !== 'uncertain') return false;
		lost = error;
		return true;
	};
	const id = await unless(isLost, createEngagement(client, kind, properties));
	for (let look = 0; id === undefined && look < LOOKS; look += 1) {
		await pause(options.readBackAfterSeconds * 1000, client.signal);
		const found = await find();
		if (found !== undefined) return found.id;
	}
	if (lost !== undefined) await Promise.reject(lost);
	return id ?? '';
}
