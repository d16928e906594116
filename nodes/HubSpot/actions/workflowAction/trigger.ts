import type { IExecuteFunctions } from 'n8n-workflow';

import { triggerItem } from '../../../shared/node/triggerItem';
import type { JsonObject } from '../../../shared/transport/json';

const TRIGGER = 'hubSpotWorkflowActionTrigger';

/** What the trigger emitted about the contact that an item is of. */
export function contactItem(context: IExecuteFunctions, itemIndex: number): JsonObject {
	return triggerItem(context, itemIndex, TRIGGER, 0);
}

/** What the trigger emitted about the choices that HubSpot asks for. */
export function choicesRequested(context: IExecuteFunctions): JsonObject {
	return triggerItem(context, 0, TRIGGER, 1);
}
