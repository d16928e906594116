import { groupsBy } from '../../shared/model/groups';
import { attributeOf, type XmlElement } from '../xml/element';
import { kindOf, toWebinar, type AccountFacts, type AdobeWebinar } from './webinar';

/** Rows of events as webinars. */
export function toEvents(rows: readonly XmlElement[], account: AccountFacts): AdobeWebinar[] {
	return rows
		.filter((row) => kindOf(row) === 'event')
		.map((sco) => toWebinar({ kind: 'event', sco }, account));
}

/** Rows of meeting rooms as webinars; templates and the rooms behind events are none. */
export function toMeetings(
	rows: readonly XmlElement[],
	account: AccountFacts,
	{ templateFolders, behindEvents }: Left,
): AdobeWebinar[] {
	return rows
		.filter((row) => kindOf(row) === 'meeting')
		.filter((row) => !templateFolders.has(attributeOf(row, 'folder-id')))
		.filter((row) => !behindEvents.has(attributeOf(row, 'sco-id')))
		.map((sco) => toWebinar({ kind: 'meeting', sco }, account));
}

/** Rows that are left out of a list of webinars. */
export interface Left {
	/** sco-ids of the folders that hold templates of rooms. */
	templateFolders: ReadonlySet<string>;
	/** sco-ids of rooms that events take place in. */
	behindEvents: ReadonlySet<string>;
}

/**
 * Rows of seminar rooms and of their sessions as webinars: one per session, and one for a room that has no
 * session yet.
 */
export function toSeminars(
	rows: readonly XmlElement[],
	account: AccountFacts,
	{ behindEvents }: Pick<Left, 'behindEvents'>,
): AdobeWebinar[] {
	const sessions = groupsBy(
		rows.filter((row) => kindOf(row) === 'session'),
		(row) => attributeOf(row, 'folder-id'),
	);
	return rows
		.filter((row) => ['seminar', 'meeting'].includes(kindOf(row) ?? ''))
		.filter((row) => !behindEvents.has(attributeOf(row, 'sco-id')))
		.flatMap((sco) => {
			const own = sessions.get(attributeOf(sco, 'sco-id')) ?? [];
			const parts = { kind: 'seminar' as const, sco };
			if (own.length === 0) return [toWebinar(parts, account)];
			return own.map((session) => toWebinar({ ...parts, session }, account));
		});
}
