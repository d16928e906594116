import type { IDataObject } from 'n8n-workflow';

import { ParameterError } from '../../shared/node/errors';
import { unless } from '../../shared/transport/unless';
import { VendorError } from '../../shared/transport/vendorError';
import type { AdobeClient } from '../transport/request';
import type { Watcher } from './events';
import { isUnreadable } from './round';
import { placeOfWatched } from './scope';
import type { Settings } from './settings';
import { plannedEnd, type Watched } from './turn';

/** Somebody waits for it. */
const PATIENCE_MS = 20_000;

/**
 * The latest thing that the trigger would have started with, for a test in the editor.
 * @param watched webinars to look into, those next to the moment first
 * @param now epoch milliseconds
 * @throws ParameterError when there is none
 */
export async function sampleOf(
	client: AdobeClient,
	settings: Settings,
	{ look }: Watcher,
	watched: readonly Watched[],
	now: number,
): Promise<IDataObject> {
	let refused: VendorError | undefined;
	for (const one of [...watched].sort(nextTo(now))) {
		const found = await unless(
			(error) => {
				if (!isUnreadable(error)) return false;
				refused ??= error;
				return true;
			},
			placeOfWatched(client, one).then(async (place) =>
				look(client, place, {
					settings,
					now,
					from: -Infinity,
					seen: new Set(),
					people: new Set(),
				}),
			),
		);
		const last = found?.items.at(-1);
		if (last !== undefined) return last;
		if (client.calls() >= settings.mostCalls || Date.now() >= now + PATIENCE_MS) break;
	}
	if (refused !== undefined && watched.length === 1) throw refused;
	throw new ParameterError(
		`Adobe Connect has nothing of that kind to show as an example in ${watched.length === 1 ? 'this webinar' : 'these webinars'}`,
		'Let it happen once, e.g. enter the room of a test webinar and end it, then try again. An active workflow starts by itself.',
	);
}

/** By the distance from a moment to the planned end; what has no plan comes last. */
function nextTo(now: number) {
	const distance = (watched: Watched): number =>
		Math.abs((plannedEnd(watched) ?? Number.MAX_SAFE_INTEGER) - now);
	return (one: Watched, other: Watched): number => distance(one) - distance(other);
}
