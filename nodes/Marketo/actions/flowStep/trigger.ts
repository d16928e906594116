import type { IExecuteFunctions } from 'n8n-workflow';

import { triggerItem } from '../../../shared/node/triggerItem';
import type { JsonObject } from '../../../shared/transport/json';

const TRIGGER = 'marketoFlowStepTrigger';

/** What the trigger emitted about the person that an item is of. */
export function personItem(context: IExecuteFunctions, itemIndex: number): JsonObject {
	return triggerItem(context, itemIndex, TRIGGER, 0);
}
