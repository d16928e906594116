import { Notes } from '../../../shared/attendees/notes';
import { unless } from '../../../shared/transport/unless';
import { readEventReport, type EventReport } from '../../mapping/eventReport';
import {
	peopleOf,
	toPermitted,
	type Permitted,
	type WebinarPeople,
} from '../../mapping/roomPeople';
import { toRun, type Run } from '../../mapping/run';
import { allRows } from '../../transport/rows';
import { addressesOf, principalsWith } from '../../transport/endpoints/people';
import { getEventReport, runsOf } from '../../transport/endpoints/reports';
import type { AdobeClient } from '../../transport/request';
import { isHidden, toldCode } from '../../transport/told';
import type { FoundWebinar } from '../webinars/find';

const PARTS = ['mini-host', 'host'];

/** What belongs to the webinar rather than to one session, read once for all its sessions. */
export class Readings {
	readonly notes = new Notes();
	private readonly addresses = new Map<string, string>();
	private readReport?: Promise<EventReport | undefined>;
	private readRuns?: Promise<Run[] | undefined>;
	private readPeople?: Promise<WebinarPeople>;

	constructor(
		private readonly client: AdobeClient,
		private readonly found: FoundWebinar,
		/** Whether to keep the answers to the questions of the registration. */
		private readonly texts: boolean,
	) {}

	/** The event's report; undefined for rooms, and where it is too large for the server. */
	async report(): Promise<EventReport | undefined> {
		return await (this.readReport ??= this.askReport());
	}

	/** The runs of the room; undefined where nobody tells. */
	async runs(): Promise<Run[] | undefined> {
		return await (this.readRuns ??= this.askRuns());
	}

	async people(): Promise<WebinarPeople> {
		return await (this.readPeople ??= this.askPeople());
	}

	/** Addresses of people whose login is none; one question for all. */
	async addressesOf(principalIds: Iterable<string>): Promise<ReadonlyMap<string, string>> {
		const wanted = [...new Set(principalIds)].filter((id) => !this.addresses.has(id));
		if (wanted.length > 0) {
			const known = await addressesOf(this.client, wanted);
			for (const id of wanted) this.addresses.set(id, known.get(id) ?? '');
			const unknown = wanted.filter((id) => !known.has(id)).length;
			if (unknown > 0)
				this.notes.add(`People whose email address Adobe Connect does not give: ${unknown}`);
		}
		return this.addresses;
	}

	private async askReport(): Promise<EventReport | undefined> {
		if (this.found.event === null) return undefined;
		const { webinarId } = this.found.webinar;
		const results = await unless(
			(error) => toldCode(error, 'operation-size-error'),
			getEventReport(this.client, webinarId),
		);
		if (results !== undefined) return readEventReport(results);
		this.notes.add(
			'The report of the event is too large for the server. Registrants and attendance were read from its room; questions and files are not known.',
		);
		return undefined;
	}

	private async askRuns(): Promise<Run[] | undefined> {
		const { roomId, event } = this.found;
		if (roomId === '') return undefined;
		const rows = allRows(runsOf(this.client, roomId));
		const read = event === null ? await rows : await unless(isHidden, rows);
		if (read === undefined) {
			this.notes.add(
				"The user of the credential may not see the reports of the event's room; attendance is that of the event's own report",
			);
		}
		return read?.map(toRun).filter((run) => run !== undefined);
	}

	private async askPeople(): Promise<WebinarPeople> {
		const { webinar, aclId, roomId } = this.found;
		const report = await this.report();
		const own = report === undefined ? ['view', ...PARTS] : PARTS;
		const permitted = await this.permittedOn(aclId, own);
		if (roomId !== '' && roomId !== aclId) {
			const inRoom = await unless(isHidden, this.permittedOn(roomId, PARTS));
			if (inRoom !== undefined) permitted.push(...inRoom);
		}
		const people = peopleOf(report?.people, permitted, webinar, this.texts);
		if (people.groups.length > 0) {
			const names = people.groups.join(', ');
			this.notes.add(`Groups were invited (${names}): who of them did not come is not known`);
		}
		return people;
	}

	private async permittedOn(aclId: string, permissions: string[]): Promise<Permitted[]> {
		const what = 'the list of who is registered and who presents';
		const rows = await allRows(principalsWith(this.client, aclId, permissions, what));
		// Filters that a server does not know must not make registrants of everybody.
		return rows
			.map(toPermitted)
			.filter((one) => one !== undefined && permissions.includes(one.permission))
			.filter((one) => one !== undefined);
	}
}
