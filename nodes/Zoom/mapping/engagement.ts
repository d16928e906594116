import { engagementOf, type Interaction } from '../../shared/attendees/engagement';
import { comparableName } from '../../shared/attendees/names';
import type { Said } from '../../shared/attendees/said';
import type { Attendance } from '../../shared/model/attendance';
import { normaliseEmail } from '../../shared/model/email';
import type { Answer, Engagement, EngagementSignal } from '../../shared/model/engagement';
import { asIsoTime, asObjects, asText, type JsonObject } from '../../shared/transport/json';
import { isAnonymous, saidIn, toQuestion, type SessionAnswers } from './said';

type Stayed = Pick<Attendance, 'attendedSeconds' | 'attendedPercent'>;

type Told = Pick<Interaction, 'polls' | 'questions' | 'surveys'>;

/** Answers by person. Polls and Q&A carry no registrant ID, only an address and a name. */
export class AnswerBook {
	private readonly byEmail = new Map<string, Told>();
	private readonly byName = new Map<string, Told>();
	private readonly pollsHeld: number;
	readonly basis: EngagementSignal[];

	constructor(private readonly answers: SessionAnswers) {
		const held = new Set<string>();
		for (const entry of answers.polls ?? []) {
			for (const { question } of asObjects(entry.question_details)) held.add(asText(question));
			this.add(entry, 'polls', asObjects(entry.question_details).map(toAnswer));
		}
		for (const entry of answers.qa ?? []) {
			this.add(entry, 'questions', asObjects(entry.question_details).map(toQuestion));
		}
		for (const entry of answers.survey ?? []) {
			this.add(entry, 'surveys', asObjects(entry.answer_details).map(toAnswer));
		}
		this.pollsHeld = held.size;
		this.basis = ['duration'];
		// A session without polls or survey gives no such signal; Q&A is open to everybody.
		if (held.size > 0) this.basis.push('polls');
		if (answers.qa !== undefined) this.basis.push('questions');
		if ((answers.survey ?? []).length > 0) this.basis.push('surveys');
	}

	/**
	 * What one person did, and the level that follows.
	 * @param name only where it is this person's alone; empty otherwise
	 */
	of(emails: ReadonlySet<string>, name: string, stayed: Stayed, texts: boolean): Engagement {
		const { pollsHeld, basis } = this;
		return engagementOf(this.find(emails, name), { pollsHeld, basis }, stayed, texts);
	}

	/** Everything that was said, also by people who cannot be told. */
	said(): Said[] {
		return saidIn(this.answers);
	}

	private find(emails: ReadonlySet<string>, name: string): Told[] {
		const books = [...emails].map((email) => this.byEmail.get(email));
		if (name !== '') books.push(this.byName.get(name));
		return books.filter((told) => told !== undefined);
	}

	private add<K extends keyof Told>(entry: JsonObject, kind: K, rows: Told[K]): void {
		const email = normaliseEmail(entry.email);
		const name = comparableName(asText(entry.name));
		if (isAnonymous(entry)) return;
		const [book, key] = email === '' ? [this.byName, name] : [this.byEmail, email];
		const told = book.get(key) ?? { polls: [], questions: [], surveys: [] };
		// Appended in place: people without an address may share one name by the thousand.
		const list: Array<Told[K][number]> = told[kind];
		for (const row of rows) list.push(row);
		book.set(key, told);
	}
}

function toAnswer(row: JsonObject): Answer {
	return {
		question: asText(row.question),
		answer: asText(row.answer),
		answeredAt: asIsoTime(row.date_time),
	};
}
