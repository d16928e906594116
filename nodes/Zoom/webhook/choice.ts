import { asText } from '../../shared/transport/json';
import type { TriggerItem } from './shape';
import { normaliseWebinarId } from './webinar';

/** Which deliveries start the workflow, as set on the node. */
export type Choice = {
	events: readonly string[];
	/** Digits only; empty = every webinar. */
	webinarIds: readonly string[];
	/** Emails in lower case and Zoom user IDs, whose capitals count; empty = every host. */
	hosts: readonly string[];
	/** Empty = every topic; upper and lower case are the same. */
	topicContains: string;
	includePracticeSessions: boolean;
};

/** `untold`: the event does not hold what a filter asks for, so nobody can say whether it fits. */
export type Verdict = 'wanted' | 'unwanted' | 'untold';

/** Whether the user wants this event of this webinar. */
export function judge(item: TriggerItem, choice: Choice): Verdict {
	const { event, practiceSession, webinar } = item;
	const { events, webinarIds, hosts, topicContains } = choice;
	if (!events.includes(event)) return 'unwanted';
	if (practiceSession === true && !choice.includePracticeSessions) return 'unwanted';
	if (webinarIds.length > 0 && !webinarIds.includes(webinar.webinarId)) return 'unwanted';
	const wanted = topicContains.toLowerCase();
	const fits = [
		hosts.length === 0 || someOf(hostsOf(item), (host) => hosts.includes(host)),
		wanted === '' || someOf(topicsOf(item), (topic) => topic.toLowerCase().includes(wanted)),
	];
	if (fits.includes(false)) return 'unwanted';
	return fits.includes(undefined) ? 'untold' : 'wanted';
}

/** undefined when there is nothing to look at: updates tell only what changed. */
function someOf(texts: readonly string[], fits: (text: string) => boolean): boolean | undefined {
	const told = texts.filter((text) => text !== '');
	return told.length === 0 ? undefined : told.some(fits);
}

function hostsOf({ hostId, webinar }: TriggerItem): string[] {
	return [hostId, webinar.hostEmail];
}

/** A webinar that is renamed is found by its old name and by its new one. */
function topicsOf({ webinar, changes = [] }: TriggerItem): string[] {
	const renamed = changes.filter(({ field }) => field === 'topic').map(({ from }) => asText(from));
	return [webinar.topic, ...renamed];
}

/** `852 1234 5678, 987-6543-2100` → both ids without blanks and dashes. */
export function readWebinarIds(text: string): string[] {
	return listOf(text)
		.map(normaliseWebinarId)
		.filter((id) => id !== '');
}

/** Emails and user IDs; an address is the same in any case. */
export function readHosts(text: string): string[] {
	return listOf(text).map((host) => (host.includes('@') ? host.toLowerCase() : host));
}

/** What people separate by commas, semicolons or lines. */
export function listOf(text: string): string[] {
	return text
		.split(/[,;\n]/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
