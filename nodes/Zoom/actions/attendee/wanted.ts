import type { IExecuteFunctions } from 'n8n-workflow';

import { readChoice, toldTimes, type Choice, type Told } from '../../../shared/attendees/choice';
import type { JsonObject } from '../../../shared/transport/json';
import { readWebinarId } from '../../descriptions/webinarLocator';

export interface Wanted {
	webinarId: string;
	accountId: string;
	choice: Choice;
	/** null = nobody told anything of the session. */
	told: Told | null;
}

/** The webinar and the session that one input item asks for. */
export function readWanted(
	context: IExecuteFunctions,
	itemIndex: number,
	input: JsonObject,
	accountId: string,
): Wanted {
	const webinarId = readWebinarId(context, itemIndex);
	const choice = readChoice(context, itemIndex, input);
	return { webinarId, accountId, choice, told: toldTimes(input, choice) };
}
