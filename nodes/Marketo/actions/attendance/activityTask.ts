import { asText } from '../../../shared/transport/json';
import type { VendorError } from '../../../shared/transport/vendorError';
import type { PlannedActivity } from '../../mapping/interactionActivity';
import {
	foldMarker,
	isMarked,
	markerText,
	parseMarker,
	withMarked,
} from '../../mapping/activityMarker';
import type { MemberField } from '../../mapping/memberFields';
import type { RowAnswer } from '../../mapping/rowAnswer';
import { refuseRow } from '../people/refuseRow';
import type { Attendee } from './attendee';

/** One activity on its way. */
export interface Sending {
	attendee: Attendee;
	activity: PlannedActivity;
	state: 'due' | 'written' | 'refused';
	/** Why it was refused: the whole call, or the record in it. */
	refusal?: { error: VendorError } | { answer: RowAnswer | undefined };
}

/** Length of a text field where Marketo names none. */
const USUAL_LENGTH = 255;

/** The activities of one member, and the marker that will know them. */
export class ActivityTask {
	readonly sendings: Sending[];

	constructor(
		readonly attendee: Attendee,
		activities: readonly PlannedActivity[],
		private readonly field: MemberField | null,
	) {
		this.sendings = activities.map((activity) => ({ attendee, activity, state: 'due' }));
	}

	get isSettled(): boolean {
		return this.sendings.every(({ state }) => state !== 'due');
	}

	/** Wishes for a marker that knows what was written; the member data is to be written next. */
	remember(): void {
		const { attendee, field } = this;
		const written = this.sendings.filter(({ state }) => state === 'written');
		if (field === null || written.length === 0) return;
		const marked = withMarked(
			attendee.marker,
			written.map(({ activity: { hash, session } }) => ({ start: session, hashes: [hash] })),
		);
		const text = markerText(foldMarker(marked, field.length ?? USUAL_LENGTH));
		const { wish } = attendee;
		attendee.wish = { ...wish, fields: { ...wish.fields, [field.name]: text } };
	}

	/** Says what became of the activities; who has one that was refused fails, or comes again later. */
	tell(): void {
		const { attendee, sendings } = this;
		const written = sendings.filter(({ state }) => state === 'written').length;
		if (written > 0) attendee.step('activities', 'synced', numberOf(written));
		const refusal = sendings.find(({ state }) => state === 'refused')?.refusal;
		if (refusal === undefined) return;
		if ('error' in refusal) attendee.refuse(refusal.error, 'activities');
		else refuseRow(attendee, 'activities', refusal.answer, 'an activity');
	}
}

/**
 * What is to be written of a member that has not been written before.
 * @param field of the marker; null in a preview before it was made
 * @returns null where there is nothing to write, and the person says why
 */
export function activityTask(attendee: Attendee, field: MemberField | null): ActivityTask | null {
	if (attendee.planned.length === 0 || !attendee.isMember) return null;
	const held = field === null ? '' : asText(attendee.member?.fields[field.name]);
	const marker = parseMarker(held);
	if (marker === undefined) {
		const message = `The program member field ${field?.name ?? ''} holds a text of somebody else, so no activities were written`;
		attendee.step('activities', 'failed', message);
		attendee.tell({ result: 'failed', reason: 'vendorRejected', message, repair: FOREIGN_REPAIR });
		return null;
	}
	attendee.marker = marker;
	const byHash = new Map(attendee.planned.map((activity) => [activity.hash, activity]));
	const due = [...byHash.values()].filter(({ session, hash }) => !isMarked(marker, session, hash));
	if (due.length > 0) return new ActivityTask(attendee, due, field);
	attendee.step('activities', 'unchanged');
	return null;
}

const FOREIGN_REPAIR =
	'Choose a field under Options → Marker Field that nothing else uses, or empty it for this person';

function numberOf(activities: number): string {
	return activities === 1 ? '1 activity' : `${activities} activities`;
}
