import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { alive } from '../../../shared/node/ended';
import type { Summarised } from '../../../shared/node/people';
import { filled } from '../../mapping/leadFields';
import { REGISTRATION_CODE, WEBINAR_URL } from '../../mapping/memberFields';
import { changeStatuses } from '../people/changeStatuses';
import { checkMemberFields } from '../people/checkMemberFields';
import { findLeads } from '../people/findLeads';
import { finish } from '../people/finish';
import { loadPrograms } from '../people/loadPrograms';
import { readMembers } from '../people/readMembers';
import { newRun } from '../people/run';
import { dropDuplicates, siftPeople, whoseItem } from '../people/sift';
import { writeMemberData } from '../people/writeMemberData';
import { absorbDuplicates } from './absorb';
import type { Attendee } from './attendee';
import { readAttendees } from './input';
import { readAttendanceOptions } from './options';
import { planActivities, prepareEngagement } from './prepareEngagement';
import { siftByItem, siftByStay, siftStrangers } from './sift';
import { writeEngagement } from './writeEngagement';

/**
 * Writes who attended to programs of Marketo, over all items at once, in an order that can be broken
 * off anywhere and run again: who is left out; the programs; what engagement needs; the people; who is
 * in the programs already; the statuses; what people did; and the member data, whose marker says
 * which activities have been written.
 */
export async function syncAttendance(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Summarised> {
	if (items.length === 0) return { written: [], summaries: [] };
	const options = readAttendanceOptions(this);
	const attendees = readAttendees(this, items);
	const run = await newRun(this, options, attendees);
	siftByItem(attendees, options, Date.parse(run.startedAt));
	await loadPrograms(this, run);
	siftPeople(attendees, options);
	if (options.engagement !== null) planActivities(attendees);
	dropDuplicates(attendees, whoseItem);
	siftByStay(attendees, options);
	await checkMemberFields(run);
	const engagement = await prepareEngagement(run, attendees, options.engagement);
	await findLeads(run);
	await readMembers(run);
	siftStrangers(attendees, options);
	absorbDuplicates(run, attendees);
	if (options.fillWebinarUrl) fillLinks(attendees);
	await changeStatuses(run);
	if (engagement === null) await writeMemberData(run);
	else await writeEngagement(run, attendees, engagement);
	return finish(this, run, { webinarOf: (item) => webinarOf(attendees[item]) });
}

/** Members who have no link, or no code, of their own get those of the platform. */
function fillLinks(attendees: readonly Attendee[]): void {
	for (const attendee of alive(attendees)) {
		const { wish, item, member } = attendee;
		const told = filled({ [WEBINAR_URL]: item.joinUrl, [REGISTRATION_CODE]: item.registrantId });
		const missing = Object.entries(told).filter(([name]) => !member?.fields[name]);
		attendee.wish = { ...wish, fields: { ...Object.fromEntries(missing), ...wish.fields } };
	}
}

function webinarOf(attendee: Attendee | undefined): IDataObject | null {
	const session = attendee?.item.session ?? null;
	if (session === null) return null;
	const { provider, webinarId, occurrenceId, sessionId, topic, start, end } = session;
	return {
		provider,
		webinarId,
		occurrenceId,
		sessionId,
		topic,
		startTime: start || null,
		endTime: end || null,
	};
}
