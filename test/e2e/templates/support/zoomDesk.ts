import type { Execution } from '../../../host/drive/executions';
import type { ZoomEvent } from '../../../sandbox/contract';
import type { ZoomRegistrantRow, ZoomWebinarState } from '../../../sandbox/world';
import type { Stage } from './stage';

type Decision = 'approved' | 'denied' | 'cancelled';

const EVENTS = {
	approved: 'registrationApproved',
	denied: 'registrationDenied',
	cancelled: 'registrationCancelled',
} as const;

/** People who register on Zoom's own page, and the host who decides about them. */
export class ZoomDesk {
	constructor(
		private readonly stage: Stage,
		readonly hook: string,
	) {}

	/** Somebody registers; nobody is told of it yet. Of a webinar with manual approval they wait. */
	register(name: string, webinar: ZoomWebinarState): ZoomRegistrantRow {
		const row: ZoomRegistrantRow = {
			id: `registrant-${name.toLowerCase()}`,
			email: `${name.toLowerCase()}@people.example`,
			first_name: name,
			last_name: 'Example',
			status: webinar.approvalType === 1 ? 'pending' : 'approved',
			create_time: new Date(this.stage.sandbox.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
			join_url: `https://zoom.example/w/${webinar.id}?tk=${name}`,
		};
		webinar.registrants.push(row);
		return row;
	}

	/** The news that somebody has registered. */
	created = (webinar: ZoomWebinarState, { id }: ZoomRegistrantRow): ZoomEvent =>
		this.stage.sandbox.zoom.events.registrationCreated(webinar.id, id);

	/** The host decides, or the person cancels. @returns the news of it */
	decide(webinar: ZoomWebinarState, row: ZoomRegistrantRow, decision: Decision): ZoomEvent {
		row.status = decision === 'cancelled' ? 'denied' : decision;
		return this.stage.sandbox.zoom.events[EVENTS[decision]](webinar.id, row.id);
	}

	/** Zoom tells n8n. @returns the execution that it starts, at its end */
	async deliver(event: ZoomEvent): Promise<Execution> {
		return await this.stage.executionOf(async () => {
			const { status } = await this.stage.sandbox.zoom.deliver({ ...event, to: this.hook });
			expect(status).toBe(200);
		});
	}

	/** Somebody registers, and Zoom tells n8n. */
	async arrives(name: string, webinar: ZoomWebinarState): Promise<Execution> {
		return await this.deliver(this.created(webinar, this.register(name, webinar)));
	}
}
