import type { NodeTypeAndVersion } from 'n8n-workflow';

import { asObject } from '../../shared/transport/json';

/** What Marketo writes to the service's log every night, and when its key is saved. */
export type ServiceStatus = { info: string[]; warnings: string[]; errors: string[] };

/**
 * What can be known of the workflow behind the trigger without running it.
 * @param followers all nodes that the trigger leads to, with their fields
 */
export function serviceStatus(followers: readonly NodeTypeAndVersion[]): ServiceStatus {
	const hasChoices = leadsTo(followers, 'returnChoices');
	const hasWait = followers.some((node) => isOn(node) && node.type === WAIT);
	return {
		info: [LISTENING, ...(hasChoices ? [] : [NO_CHOICES])],
		warnings: [
			...(leadsTo(followers, 'returnResult') ? [] : [NO_RESULT]),
			...(hasWait ? [HAS_WAIT] : []),
		],
		errors: [],
	};
}

/** Whether an operation of *Marketo Program* → Flow Step follows that is switched on. */
export function leadsTo(
	followers: readonly NodeTypeAndVersion[],
	operation: 'returnResult' | 'returnChoices',
): boolean {
	return followers.some((node) => {
		const chosen = asObject(node.parameters);
		return (
			isOn(node) &&
			node.type.endsWith('.marketoProgram') &&
			chosen.resource === 'flowStep' &&
			chosen.operation === operation
		);
	});
}

function isOn({ disabled }: NodeTypeAndVersion): boolean {
	return disabled !== true;
}

const WAIT = 'n8n-nodes-base.wait';

const LISTENING = 'The workflow in n8n takes people from this flow step';
const NO_CHOICES =
	'The list of webinars offers “From the program” alone: no Marketo Program node with Flow Step → Return Choices follows the trigger in n8n';
const NO_RESULT =
	'No Marketo Program node with Flow Step → Return Result follows the trigger in n8n: people leave the step as failed';
const HAS_WAIT =
	'A Wait node follows the trigger in n8n: if the workflow fails after it, people stay in the step';
