import type {
	ZoomParticipantRow,
	ZoomPersonAnswers,
	ZoomPersonQuestions,
	ZoomSession,
} from '../world';

/** Seconds; 0 for everybody until Zoom has worked the session through. */
export function durationOf(row: ZoomParticipantRow, session: ZoomSession, now: number): number {
	return now < Date.parse(session.durationsReadyAt) ? 0 : row.duration;
}

/** @param withRegistrantId only then Zoom sends `registrant_id` */
export function participantRow(
	row: ZoomParticipantRow,
	session: ZoomSession,
	now: number,
	withRegistrantId: boolean,
) {
	return {
		id: row.id,
		user_id: row.user_id,
		name: row.name,
		user_email: row.user_email,
		join_time: row.join_time,
		leave_time: row.leave_time,
		duration: durationOf(row, session, now),
		customer_key: '',
		failover: row.failover,
		status: row.status,
		participant_user_id: row.participant_user_id,
		bo_mtg_id: '',
		...(withRegistrantId ? { registrant_id: row.registrant_id } : {}),
	};
}

export function pollRow(person: ZoomPersonAnswers) {
	return {
		email: person.email,
		name: person.name,
		first_name: person.first_name,
		last_name: person.last_name,
		question_details: person.answers.map(({ answer, date_time, polling_id, question }) => ({
			answer,
			date_time,
			polling_id,
			question,
		})),
	};
}

/** As in the report, without first and last name, the time in ISO UTC. */
export function pastPollRow(person: ZoomPersonAnswers) {
	const { email, name, question_details } = pollRow(person);
	return {
		email,
		name,
		question_details: question_details.map((one) => ({
			...one,
			date_time: new Date(`${one.date_time.replace(' ', 'T').replace(/Z$/, '')}Z`)
				.toISOString()
				.replace('.000Z', 'Z'),
		})),
	};
}

export function questionRow(person: ZoomPersonQuestions) {
	return {
		user_id: person.user_id,
		email: person.email,
		name: person.name,
		question_details: person.questions.map((one) => ({
			question: one.question,
			question_id: one.question_id,
			create_time: one.create_time,
			question_status: one.question_status,
			answer: one.answer,
			answer_details: [],
		})),
	};
}

/** The past webinar's own list tells less than the report: no id, no time, no status. */
export function pastQuestionRow(person: ZoomPersonQuestions) {
	return {
		email: person.email,
		name: person.name,
		question_details: person.questions.map(({ question, answer }) => ({ question, answer })),
	};
}

/** Surveys call the question's id `question_id` where polls have `polling_id`. */
export function surveyRow(person: ZoomPersonAnswers) {
	return {
		email: person.email,
		name: person.name,
		first_name: person.first_name,
		last_name: person.last_name,
		answer_details: person.answers.map(({ answer, date_time, polling_id, question }) => ({
			question,
			question_id: polling_id,
			answer,
			date_time,
		})),
	};
}

/** Whole minutes of a session. */
export function minutesOf(session: ZoomSession): number {
	return Math.ceil((Date.parse(session.endTime) - Date.parse(session.startTime)) / 60_000);
}

/** Minutes of all joins together. */
export function totalMinutes(session: ZoomSession, now: number): number {
	const seconds = session.participants.reduce((sum, row) => sum + durationOf(row, session, now), 0);
	return Math.ceil(seconds / 60);
}
