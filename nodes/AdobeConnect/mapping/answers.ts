import type { Who } from '../../shared/attendees/books';
import { engagementOf, type Interaction, type Offered } from '../../shared/attendees/engagement';
import { comparableName } from '../../shared/attendees/names';
import type { Said } from '../../shared/attendees/said';
import type { JoinRow } from '../../shared/attendees/stays';
import type { Attendance } from '../../shared/model/attendance';
import type { Answer, Engagement } from '../../shared/model/engagement';
import { attributeOf, childOf, timeOf, type XmlElement } from '../xml/element';
import { saidIn, type SessionAnswers } from './said';

/**
 * Answers by person: those of the event's report by principal, those of the room's by stay.
 *
 * A room may have no pod for questions, files or surveys, and nobody tells. So such a signal is given only
 * where somebody at all used it: what could not be done must lower nobody.
 */
export class AnswerBook {
	private readonly byPrincipal = new Map<string, Interaction>();
	private readonly byStay = new Map<string, Interaction>();
	private readonly byName = new Map<string, Interaction>();
	private readonly surveyed: ReadonlySet<string>;
	private readonly offered: Offered;
	/** Of people whom the event's report does not know: whether they asked, nobody tells. */
	private readonly ofRoom: Offered;

	constructor(private readonly answers: SessionAnswers) {
		const { report, polls = [], surveyed } = answers;
		this.surveyed = surveyed;
		const held = this.addPolls(polls);
		for (const { principalId, ...did } of report?.people ?? []) {
			const { polls: answers, questions, files } = did;
			this.byPrincipal.set(principalId, { polls: answers, questions, surveys: [], files });
		}
		const told = [...this.byPrincipal.values()];
		const pollsHeld = Math.max(held, report?.pollsHeld ?? 0);
		this.offered = { pollsHeld, basis: ['duration'] };
		const { basis } = this.offered;
		if (pollsHeld > 0) basis.push('polls');
		if (told.some(({ questions }) => questions.length > 0)) basis.push('questions');
		if (surveyed.size > 0) basis.push('surveys');
		if (told.some(({ files = [] }) => files.length > 0)) basis.push('files');
		const inRoom = basis.filter((signal) => signal !== 'questions' && signal !== 'files');
		this.ofRoom = { pollsHeld, basis: inRoom };
	}

	/** What one person did, and the level that follows. */
	of({ registrant, rows, name }: Who, attendance: Attendance, texts: boolean): Engagement {
		const principals = new Set(rows.map(({ registrantId }) => registrantId));
		if (registrant !== null) principals.add(registrant.registrantId);
		const isReported = [...principals].some((id) => this.byPrincipal.has(id));
		const told = [
			...[...principals].map((id) => this.byPrincipal.get(id)),
			...rows.map(({ joinId }) => this.byStay.get(joinId)),
			this.byName.get(name),
			rows.some(({ joinId }) => this.surveyed.has(joinId)) ? SURVEYED : undefined,
		].filter((interaction) => interaction !== undefined);
		return engagementOf(told, isReported ? this.offered : this.ofRoom, attendance, texts);
	}

	/**
	 * Everything that was said, also by people who cannot be told.
	 * @param rows all stays of the session
	 */
	said(rows: readonly JoinRow[]): Said[] {
		return saidIn(this.answers, rows);
	}

	/** @returns how many polls were held */
	private addPolls(rows: readonly XmlElement[]): number {
		const held = new Set<string>();
		for (const row of rows) {
			held.add(attributeOf(row, 'interaction-id') || childOf(row, 'description').text);
			const joinId = attributeOf(row, 'transcript-id');
			const name = comparableName(childOf(row, 'name').text);
			if (joinId !== '') addAnswer(this.byStay, joinId, toAnswer(row));
			else if (name !== '') addAnswer(this.byName, name, toAnswer(row));
		}
		return held.size;
	}
}

const SURVEYED: Interaction = { polls: [], questions: [], surveys: [], surveyAnswered: true };

function toAnswer(row: XmlElement): Answer {
	return {
		question: childOf(row, 'description').text,
		answer: childOf(row, 'response').text,
		answeredAt: timeOf(row, 'date-created'),
	};
}

/** A poll of several choices comes as a row per choice, all of one moment. */
function addAnswer(book: Map<string, Interaction>, key: string, answer: Answer): void {
	const known = book.get(key) ?? { polls: [], questions: [], surveys: [] };
	const same = known.polls.find(
		({ question, answeredAt }) => question === answer.question && answeredAt === answer.answeredAt,
	);
	if (same === undefined) known.polls.push(answer);
	else same.answer = `${same.answer}; ${answer.answer}`;
	book.set(key, known);
}
