import { asIsoTime } from '../../../shared/transport/json';
import { unless } from '../../../shared/transport/unless';
import type { VendorError } from '../../../shared/transport/vendorError';
import { toldReason } from '../../transport/told';
import { findSession, type Asked, type Search, type Session } from './findSession';
import type { Readings } from './readings';
import { isRehearsal } from './rehearsal';
import type { Run } from './source/source';

/**
 * The runs one after the other, practice sessions left out; a run that Zoom has forgotten is a note.
 * @throws VendorError when it has forgotten all of them
 */
export async function* heldSessions(
	search: Search<Readings>,
	asked: Asked,
	runs: readonly Run[],
): AsyncGenerator<Session, void, undefined> {
	const { readings } = search;
	const forgotten: VendorError[] = [];
	for (const [index, run] of runs.entries()) {
		const told = { startTime: asIsoTime(run.start_time), endTime: null };
		const session = await unless(
			(error) => {
				if (toldReason(error, 'webinarNotFound')) forgotten.push(error);
				return toldReason(error, 'webinarNotFound');
			},
			findSession(search, { ...asked, sessionId: run.uuid, told }),
		);
		const left = `The run of ${run.start_time} was left out`;
		if (session === undefined) {
			readings.note(`${left}: ${forgotten[forgotten.length - 1]?.message}`);
		} else if (await isRehearsal(session, runs[index + 1], readings)) {
			readings.note(`${left}: only host and panelists were there, and another run followed`);
		} else yield session;
	}
	if (forgotten.length > 0 && forgotten.length === runs.length) throw forgotten[0]!;
}
