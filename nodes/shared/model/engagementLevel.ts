import type { EngagementLevel, EngagementSignal } from './engagement';

/** What is known of one person in one session. */
export interface Interactions {
	/** 0–100. */
	attendedPercent: number;
	pollsAnswered: number;
	/** Polls that were held; a person can answer no more than these. */
	pollsHeld: number;
	questionsAsked: number;
	chatMessages: number;
	filesDownloaded: number;
	linksClicked: number;
}

const INTERACTION: readonly EngagementSignal[] = ['polls', 'questions', 'chat', 'files', 'links'];

/**
 * Adobe's published rule (Interactive Webinars, engagement dashboard):
 *
 * - high: at least 80 % of the session, and all polls answered or a file downloaded or 5 chat
 *   messages, and a question asked;
 * - medium: at least 60 %, and one poll answer, question, download, link or 3 chat messages;
 * - low: everybody else.
 *
 * A signal that the platform does not give never lowers anybody: its condition is left out. Where
 * no interaction at all is known, time alone does not tell, and the level is unknown.
 * https://experienceleague.adobe.com/en/docs/marketo/using/product-docs/demand-generation/events/interactive-webinars/engagement-dashboard
 */
export function engagementLevel(
	person: Interactions,
	basis: readonly EngagementSignal[],
): EngagementLevel {
	const given = new Set(basis);
	if (!INTERACTION.some((signal) => given.has(signal))) return 'unknown';

	const takesPart = [
		given.has('polls') && person.pollsAnswered >= person.pollsHeld,
		given.has('files') && person.filesDownloaded >= 1,
		given.has('chat') && person.chatMessages >= 5,
	];
	const takingPartIsKnown = given.has('polls') || given.has('files') || given.has('chat');
	const high =
		person.attendedPercent >= 80 &&
		(!takingPartIsKnown || takesPart.some(Boolean)) &&
		(!given.has('questions') || person.questionsAsked >= 1);
	if (high) return 'high';

	const acted =
		person.pollsAnswered >= 1 ||
		person.questionsAsked >= 1 ||
		person.filesDownloaded >= 1 ||
		person.linksClicked >= 1 ||
		person.chatMessages >= 3;
	return person.attendedPercent >= 60 && acted ? 'medium' : 'low';
}
