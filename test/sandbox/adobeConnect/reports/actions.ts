import type { ActionTable } from '../http/router';
import type { AdobeState } from '../state/adobeState';
import {
	reportMeetingAttendance,
	reportMeetingSessions,
	reportMeetingSessionUsers,
} from './attendance';
import {
	reportQuizInteractions,
	reportQuizQuestionDistribution,
	reportQuizQuestionResponse,
} from './polls';
import {
	reportActiveMeetings,
	reportMeetingConcurrentUsers,
	reportMeetingSummary,
	reportMyMeetings,
	reportQuotas,
} from './summary';
import { reportBulkTransactions } from './transactions';

/** What was held, who came, what was answered. */
export function reportActions(state: AdobeState): ActionTable {
	return {
		'report-meeting-attendance': { handle: (call) => reportMeetingAttendance(state, call) },
		'report-meeting-sessions': { handle: (call) => reportMeetingSessions(state, call) },
		'report-meeting-session-users': { handle: (call) => reportMeetingSessionUsers(state, call) },
		'report-meeting-summary': { handle: (call) => reportMeetingSummary(state, call) },
		'report-meeting-concurrent-users': {
			handle: (call) => reportMeetingConcurrentUsers(state, call),
		},
		'report-active-meetings': { handle: (call) => reportActiveMeetings(state, call) },
		'report-my-meetings': { handle: (call) => reportMyMeetings(state, call) },
		'report-quotas': { handle: (call) => reportQuotas(state, call) },
		'report-bulk-consolidated-transactions': {
			handle: (call) => reportBulkTransactions(state, call),
		},
		'report-quiz-interactions': { handle: (call) => reportQuizInteractions(state, call) },
		'report-quiz-question-response': {
			handle: (call) => reportQuizQuestionResponse(state, call),
		},
		'report-quiz-question-distribution': {
			handle: (call) => reportQuizQuestionDistribution(state, call),
		},
	};
}
