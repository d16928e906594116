import { alive } from '../../../shared/node/ended';
import { wantedFields } from '../../mapping/contactFields';
import { HISTORY_PROPERTY } from '../../mapping/definitions';
import {
	EMPTY_HISTORY,
	isRecorded,
	mergeHistories,
	recordReport,
	type History,
} from '../../mapping/history';
import { fitHistory } from '../../mapping/historyFold';
import { historyHash } from '../../mapping/historyKey';
import { parseHistory, type ParsedHistory } from '../../mapping/historyText';
import { changedProperties, computeProperties } from '../../mapping/properties';
import { newContactFields } from '../../mapping/report';
import type { ContactRecord } from '../../mapping/wire';
import type { Person } from './person';

/** Everybody of a run with the same address: one person per session. */
export class Contact {
	readonly people: Person[] = [];
	/** As HubSpot holds it; null = there is none yet. */
	record: ContactRecord | null = null;
	/** Made by this run. */
	created = false;
	/** Written by this run, and to be read back. */
	written = false;
	/** State of the history property as it was read. */
	historyState: ParsedHistory['state'] = 'empty';
	private before: History = EMPTY_HISTORY;

	constructor(readonly email: string) {}

	get id(): string {
		return this.record?.id ?? '';
	}

	/** Takes over what HubSpot holds, and sees whose session is in the history already. */
	isKnownAs(record: ContactRecord): void {
		this.record = record;
		const { history, state } = parseHistory(record.properties[HISTORY_PROPERTY] ?? '');
		this.before = history;
		this.historyState = state;
		this.compare();
	}

	/**
	 * Takes over what HubSpot holds by now, and unites it with what was known before. What a newer version has
	 * written is not understood here; reading back says so.
	 */
	isStill(record: ContactRecord): void {
		const { history, state } = parseHistory(record.properties[HISTORY_PROPERTY] ?? '');
		if (state === 'newer') return;
		this.record = record;
		this.before = mergeHistories(this.before, history);
	}

	/** Takes over what another source tells of the contact's past. */
	unite(history: History): void {
		this.before = mergeHistories(this.before, history);
		this.compare();
	}

	private compare(): void {
		for (const person of this.people) {
			const { session, report } = person;
			if (session === null || report === null) continue;
			person.settled = isRecorded(this.before, session.historyKey, report);
		}
	}

	/** The history as it is to be: what HubSpot held, and the sessions of everybody still alive. */
	history(): History {
		return alive(this.people).reduce(
			(history, { session, report }) =>
				session === null || report === null
					? history
					: recordReport(history, session.historyKey, report),
			this.before,
		);
	}

	/** Our properties as they are to be; null when the history has no more room. */
	wanted(): Record<string, string> | null {
		const fitted = fitHistory(this.history());
		return fitted === null ? null : computeProperties(fitted);
	}

	/** The wanted properties that HubSpot does not hold yet. */
	changed(wanted: Record<string, string>): Record<string, string> {
		return changedProperties(this.record?.properties ?? {}, wanted);
	}

	/** Whether HubSpot's history knew the webinar before this run. */
	knew(historyKey: string): boolean {
		return this.before.entries.has(historyKey) || this.before.folded.has(historyHash(historyKey));
	}

	/** Values besides our properties that are to be written to the contact as HubSpot holds it. */
	further(): Record<string, string> {
		const wishes = alive(this.people).flatMap((person) => person.wishes);
		return wantedFields(this.record?.properties ?? null, wishes);
	}

	/** Name, company and so on for a new contact; the first of the people who tells it. */
	fields(): Record<string, string> {
		return [...this.people]
			.reverse()
			.reduce((fields, { input }) => ({ ...fields, ...newContactFields(input) }), {});
	}
}

export const HISTORY_FULL = {
	message: 'The webinar history of the contact is full (more than 5,000 sessions)',
	repair: 'Clear the contact property n8n_webinar_history; counting then starts from zero',
} as const;
