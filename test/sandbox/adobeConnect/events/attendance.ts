import type { AdobeState } from '../state/adobeState';
import type { AdobeEvent, AdobeHeldSession, AdobeRegistrant, AdobeRoom, AdobeStay } from '../world';

const MARGIN_MS = 30 * 60_000;

/** When somebody was there, ISO UTC; `end` is null while inside. */
export interface Visit {
	begin: string;
	end: string | null;
	/** Of all stays together; a running one counts until now. */
	milliseconds: number;
}

/** Held sessions of the room behind the event at its time, half an hour around it included. */
export function sessionsOf(state: AdobeState, event: AdobeEvent): AdobeHeldSession[] {
	const from = Date.parse(event.begin) - MARGIN_MS;
	const to = Date.parse(event.end) + MARGIN_MS;
	return (
		roomOf(state, event)?.held?.filter(({ begin, end }) => {
			const ended = end === null ? state.kernel.now() : Date.parse(end);
			return Date.parse(begin) < to && ended > from;
		}) ?? []
	);
}

export function roomOf(state: AdobeState, event: AdobeEvent): AdobeRoom | undefined {
	return state.rooms.get(event.roomId);
}

/** Who was there live, by principal id. */
export function liveVisits(state: AdobeState, event: AdobeEvent): Map<string, Visit> {
	const staysOf = new Map<string, AdobeStay[]>();
	for (const stay of sessionsOf(state, event).flatMap((session) => session.stays)) {
		if (stay.principalId === undefined) continue;
		staysOf.set(stay.principalId, [...(staysOf.get(stay.principalId) ?? []), stay]);
	}
	return new Map([...staysOf].map(([id, own]) => [id, visitOf(state, own)]));
}

function visitOf(state: AdobeState, stays: AdobeStay[]): Visit {
	const now = state.nowIso();
	const begins = stays.map(({ begin }) => begin).sort();
	const ends = stays.map(({ end }) => end ?? now).sort();
	const isInside = stays.some(({ end }) => end === null);
	const lengths = stays.map(({ begin, end }) => Date.parse(end ?? now) - Date.parse(begin));
	return {
		begin: begins[0] ?? now,
		end: isInside ? null : (ends.at(-1) ?? now),
		milliseconds: lengths.reduce((sum, length) => sum + length, 0),
	};
}

/** Who only watched the recording through the event's page comes with that time. */
export function recordedVisit({ onDemand }: AdobeRegistrant): Visit | undefined {
	if (!onDemand) return undefined;
	const { begin, end } = onDemand;
	return { begin, end, milliseconds: Date.parse(end) - Date.parse(begin) };
}
