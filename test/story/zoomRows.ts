import type { ZoomParticipantRow } from '../sandbox/world';
import type { Draft, Part } from './parts';
import { fullName } from './names';
import type { Frame, Interval } from './presence';
import type { Random } from './random';
import { iso, MINUTE, SECOND } from './time';

/** One join of one device. */
interface Join extends Interval {
	failover: boolean;
}

/**
 * The rows of Zoom's participants report: one per join, shuffled, times by the second.
 * https://developers.zoom.us/docs/api/meetings/#tag/reports/GET/report/webinars/{webinarId}/participants
 */
export class ParticipantRows {
	private userIds = 16_778_240;

	constructor(private readonly random: Random) {}

	ofSession(draft: Draft): ZoomParticipantRow[] {
		const rows = draft.parts.flatMap((part) => [
			...this.inSession(part, draft.frame),
			...this.backstage(part, draft.frame),
			...(part.waitingRoom ? [this.inWaitingRoom(part, draft.frame)] : []),
		]);
		return this.random.shuffle(rows);
	}

	/** The rehearsal is an instance of its own; host and panelists only. */
	ofPractice(draft: Draft, practice: Frame): ZoomParticipantRow[] {
		return draft.parts
			.filter(isCrew)
			.map((part) =>
				this.row(part, { from: practice.start, to: practice.end, failover: false }, 0),
			);
	}

	/** Somebody outside the story who never got further than the waiting room. */
	strangerInWaitingRoom(name: string, email: string, frame: Frame): ZoomParticipantRow {
		const join = { from: frame.start, to: frame.start + 3 * MINUTE, failover: false };
		return { ...this.blank(name, join), user_email: email, status: 'in_waiting_room' };
	}

	private inSession(part: Part, frame: Frame): ZoomParticipantRow[] {
		const stays = part.person.presence.map(({ from, to }) => ({
			from: Date.parse(from),
			to: Date.parse(to),
		}));
		const joins = stays.flatMap((stay) => this.joins(part, stay));
		return joins.map((join, index) => this.row(part, this.beyondEdges(join, frame), index));
	}

	/** Turns a stay into joins whose union is exactly that stay. */
	private joins(part: Part, { from, to }: Interval): Join[] {
		const third = Math.floor((to - from) / (3 * SECOND)) * SECOND;
		if (part.shape === 'twoDevices') {
			return [
				{ from, to: to - third, failover: false },
				{ from: from + third, to, failover: false },
			];
		}
		const alone = part.person.presence.length === 1;
		if (part.shape === 'failover' || (part.identifiedBy === 'userId' && alone)) {
			return [
				{ from, to: from + third, failover: false },
				{ from: from + third, to, failover: part.shape === 'failover' },
			];
		}
		return [{ from, to, failover: false }];
	}

	/** Zoom's rows reach beyond the session: people are let in early and hang up late. */
	private beyondEdges(join: Join, frame: Frame): Join {
		return {
			...join,
			from: join.from === frame.start ? join.from - this.random.int(0, 90) * SECOND : join.from,
			to: join.to === frame.end ? join.to + this.random.int(0, 90) * SECOND : join.to,
		};
	}

	/** Host and panelists meet before the session starts; that is no attendance. */
	private backstage(part: Part, frame: Frame): ZoomParticipantRow[] {
		if (!isCrew(part)) return [];
		const from = frame.start - this.random.int(8, 12) * MINUTE;
		return [this.row(part, { from, to: frame.start - 2 * MINUTE, failover: false }, 0)];
	}

	private inWaitingRoom(part: Part, frame: Frame): ZoomParticipantRow {
		const first = part.person.presence[0];
		const to = first ? Date.parse(first.from) : frame.start + 5 * MINUTE;
		const join = { from: to - this.random.int(20, 200) * SECOND, to, failover: false };
		return { ...this.row(part, join, 0), status: 'in_waiting_room' };
	}

	private row(part: Part, join: Join, index: number): ZoomParticipantRow {
		const row = this.blank(fullName(part.identity), join);
		const { typedEmail, email, zoomUserId } = part.identity;
		const registrant = part.person.registrantId ?? '';
		switch (part.identifiedBy) {
			case 'registrantId': {
				const renamed = this.random.chance(0.05) ? { name: 'iPad' } : {};
				return { ...row, ...renamed, registrant_id: registrant, user_email: typedEmail };
			}
			case 'email':
				return {
					...row,
					...(part.person.kind === 'host' ? signedIn(zoomUserId) : {}),
					user_email: this.random.chance(0.5) ? ` ${email.toUpperCase()} ` : email,
				};
			case 'userId':
				return index === 0
					? { ...row, ...signedIn(zoomUserId), registrant_id: registrant, user_email: email }
					: { ...row, ...signedIn(zoomUserId), name: `${part.identity.firstName} (phone)` };
			case 'borrowedLink': {
				const { visitor } = part;
				const named = visitor ? { name: fullName(visitor), user_email: visitor.email } : {};
				// Sometimes the owner comes as well, with the same link.
				const owner = index === 1 ? { name: row.name, user_email: email } : {};
				return { ...row, ...named, ...owner, registrant_id: registrant };
			}
			case 'name':
				return row;
		}
	}

	private blank(name: string, join: Join): ZoomParticipantRow {
		this.userIds += 1024;
		return {
			id: '',
			user_id: String(this.userIds),
			name,
			user_email: '',
			join_time: iso(join.from),
			leave_time: iso(join.to),
			duration: (join.to - join.from) / SECOND,
			registrant_id: '',
			participant_user_id: '',
			failover: join.failover,
			status: 'in_meeting',
		};
	}
}

function isCrew(part: Part): boolean {
	return part.person.kind === 'host' || part.person.kind === 'panelist';
}

function signedIn(zoomUserId: string): Pick<ZoomParticipantRow, 'id' | 'participant_user_id'> {
	return { id: zoomUserId, participant_user_id: zoomUserId };
}
