import { Random } from '../../story/random';
import type { Json } from '../support/oddJson';
import type { Door, Incoming } from './contract';
import { hubspotAction, hubspotActionV2, hubspotChoices, hubspotWebhook } from './hubspotDoors';
import { marketoCallWebhook, marketoFlowStep, marketoPicklist } from './marketoDoors';
import { spoiled } from './spoil';
import { zoomDoor } from './zoomDoor';

export const DOORS: readonly Door[] = [
	zoomDoor,
	zoomDoor,
	hubspotAction,
	hubspotActionV2,
	hubspotChoices,
	hubspotWebhook,
	marketoFlowStep,
	marketoCallWebhook,
	marketoPicklist,
];

/** One request, and what must become of it. */
export interface Sample {
	door: Door;
	request: Incoming;
	/** undefined = must be refused. */
	means?: Json;
	why: string;
}

/** The request of this number: the same seed and number are the same request on every machine. */
export function sample(seed: number, number: number): Sample {
	const random = new Random(seed, `webhook ${number}`);
	const door = random.pick(DOORS);
	const { request, means } = door.good(random);
	if (random.chance(0.4)) return { door, request, means, why: 'good' };
	return { door, ...spoiled(request, random, door) };
}
