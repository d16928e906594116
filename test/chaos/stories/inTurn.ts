import type { Stage } from '../../engine/support/world';
import type { NodeTold, Part } from '../contract';
import { webinarEnds } from './ended';
import { planNextWebinar } from './registration';

/**
 * The main webinar ends, and its attendance is written as often as Zoom says that it ended; then people register for
 * the next one.
 */
export function inTurn(here: Stage, seed: number, [attendance, registration]: [Part, Part]) {
	planNextWebinar(here);
	return {
		parts: [attendance, registration],
		async play(): Promise<NodeTold[]> {
			const told: NodeTold[] = [];
			const executions = await webinarEnds(here, seed);
			for (let one = 0; one < executions; one += 1) told.push(...(await attendance.run()));
			return [...told, ...(await registration.run())];
		},
	};
}
