import type { Flow } from '../flow';
import { raw, SET } from '../nodes';

/**
 * Makes an entry for the account out of a webinar whose report is not ready: it is tried again when
 * the platform should have it. For templates that do not wait. Behind the output *Not Ready*.
 * @param preview expression: whether the run only looks
 */
export function notReadyYet(
	flow: Flow,
	position: [number, number],
	to: string,
	preview: string,
): string {
	const name = flow.add(
		'Not ready yet',
		SET,
		position,
		raw(`{
	webinar: $json.webinar,
	...($json.openKey ? { openKey: $json.openKey, attempts: $json.attempts } : {}),
	kind: 'webinar',
	outcome: {
		result: 'deferred',
		action: 'none',
		reason: $json.reason,
		message: $json.message,
		repair: '',
		retryAt: $json.retryAt,
		preview: ${preview}
	}
}`),
	);
	flow.wire(name, to);
	return name;
}
