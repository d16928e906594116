import { MARKETO_SECRETS } from '../../../host/drive/credentials';
import type {
	MarketoInstallOptions,
	MarketoService,
	MarketoSide,
	MarketoStepLog,
} from '../../../sandbox/marketo/contract';
import { recordOf, recordsOf } from '../../../sandbox/marketo/outbound/json';
import type { MarketoLeadState } from '../../../sandbox/marketo/world';
import { FORM, LINK_FIELD, type Place } from './world';

/** A marketer at Marketo: what they do there, and what they see of somebody. */
export class Desk {
	constructor(readonly marketo: MarketoSide) {}

	/** Adds the service behind a flow step. @param address of any of the trigger's webhooks */
	async install(address: string, options: MarketoInstallOptions = {}): Promise<MarketoService> {
		return await this.marketo.installService(
			address.replace(/\/[^/]+$/, '/openapi.json'),
			MARKETO_SECRETS.apiKey,
			{ mappings: { callback: { webinarJoinUrl: LINK_FIELD } }, ...options },
		);
	}

	/** Somebody fills out the form of a program; everything that follows from it in Marketo has happened. */
	async fillsOut(
		{ programId }: Place,
		person: { email: string; firstName?: string; [field: string]: string | undefined },
	): Promise<MarketoLeadState> {
		const given = Object.entries(person).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value] as const],
		);
		return await this.marketo.fillOutForm(`${FORM} ${programId}`, Object.fromEntries(given));
	}

	/** Status, link and reason of a member. */
	member({ programId }: Place, { id }: MarketoLeadState) {
		const member = this.marketo.memberOf(programId, id);
		if (member === undefined) throw new Error(`Lead ${id} is no member of ${programId}`);
		return member;
	}

	/** Bodies of the mails that somebody received, in order. */
	mailsOf({ id }: MarketoLeadState): string[] {
		return this.marketo.mails.filter(({ leadId }) => leadId === id).map(({ body }) => body);
	}

	/** What became of somebody in a step of a kind, the last time. */
	lastStep({ id }: MarketoLeadState, kind: MarketoStepLog['kind']): MarketoStepLog | undefined {
		return this.marketo.log.filter((one) => one.leadId === id && one.kind === kind).at(-1);
	}

	/** What the last callback that names somebody says of them, for the activity. */
	lastResult({ id }: MarketoLeadState): unknown {
		const rows = this.marketo.invocations
			.flatMap(({ callbacks }) => callbacks.flatMap(({ body }) => recordsOf(body.objectData)))
			.filter(({ leadData }) => recordOf(leadData).id === id);
		return rows.at(-1)?.activityData;
	}
}
