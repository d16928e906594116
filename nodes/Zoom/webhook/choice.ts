import { normaliseWebinarId, type WebinarEndedItem } from './shape';

/** Which deliveries start the workflow, as set on the node. */
export type Choice = {
	events: readonly string[];
	/** Digits only; empty = every webinar. */
	webinarIds: readonly string[];
	/** Empty = every topic; upper and lower case are the same. */
	topicContains: string;
	includePracticeSessions: boolean;
};

/** True when the user wants this event of this webinar. */
export function isChosen(item: WebinarEndedItem, choice: Choice): boolean {
	if (!choice.events.includes(item.event)) return false;
	if (item.practiceSession && !choice.includePracticeSessions) return false;
	if (choice.webinarIds.length > 0 && !choice.webinarIds.includes(item.webinar.webinarId)) {
		return false;
	}
	return item.webinar.topic.toLowerCase().includes(choice.topicContains.toLowerCase());
}

/** `852 1234 5678, 987-6543-2100` → both ids without blanks and dashes. */
export function readWebinarIds(text: string): string[] {
	return text
		.split(/[,;\n]/)
		.map(normaliseWebinarId)
		.filter((id) => id !== '');
}
