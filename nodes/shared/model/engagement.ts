export type EngagementLevel = 'high' | 'medium' | 'low' | 'unknown';

/** What a platform can tell about a person besides the time stayed. */
export type EngagementSignal =
	'duration' | 'polls' | 'questions' | 'surveys' | 'chat' | 'files' | 'links';

export interface Answer {
	question: string;
	answer: string;
	/** ISO 8601 UTC, null when the platform does not tell. */
	answeredAt: string | null;
}

export interface AskedQuestion {
	question: string;
	answer: string;
	/** ISO 8601 UTC, null when the platform does not tell. */
	askedAt: string | null;
}

export interface Engagement {
	level: EngagementLevel;
	/** The signals that the platform really gave for this session. */
	basis: EngagementSignal[];
	pollsAnswered: number;
	questionsAsked: number;
	surveyAnswered: boolean;
	/** Texts only when asked for: an item stays small. */
	polls?: Answer[];
	questions?: AskedQuestion[];
	surveys?: Answer[];
	chatMessages?: number;
	filesDownloaded?: number;
	linksClicked?: number;
}
