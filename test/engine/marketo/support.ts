import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../nodes/shared/model/outcome';
import type { MarketoLeadState, MarketoMemberState } from '../../sandbox/marketo/world';
import { MARKETO_PROGRAMS } from '../../story/marketoSettings';
import { runNode, type NodeRunResult } from '../support/runNode';
import type { Stage } from '../support/world';

export interface MarketoRun {
	parameters?: IDataObject;
	options?: IDataObject;
	onError?: INode['onError'];
	asTool?: boolean;
}

/** Runs an operation of Marketo Program over the items. */
export async function marketo(
	here: Pick<Stage, 'marketo'>,
	operation: string,
	items: IDataObject[],
	run: MarketoRun = {},
): Promise<NodeRunResult> {
	const [resource, name] = operation.split(':');
	return await runNode({
		type: 'marketoProgram',
		parameters: {
			resource,
			operation: name,
			program: byId(MARKETO_PROGRAMS.earlier),
			options: run.options ?? {},
			...run.parameters,
		} as INodeParameters,
		items,
		credentials: here.marketo,
		...(run.onError && { onError: run.onError }),
		...(run.asTool && { asTool: true }),
	});
}

export function byId(programId: number): INodeParameters {
	return { __rl: true, mode: 'id', value: String(programId) };
}

/** The outcomes of the first output, in the order of the items. */
export function outcomes(result: NodeRunResult): Outcome[] {
	if (result.error !== null) throw new Error(result.error.message);
	return (result.outputs[0] ?? []).map(({ json }) => json.outcome as Outcome);
}

export function summaries(result: NodeRunResult): IDataObject[] {
	return (result.outputs[1] ?? []).map(({ json }) => json);
}

export function leadOf(here: Stage, email: string): MarketoLeadState {
	const [lead] = here.sandbox.marketo.leadsByEmail(email);
	if (lead === undefined) throw new Error(`Marketo has no person ${email}`);
	return lead;
}

/** What a program has of somebody; undefined = not a member. */
export function memberOf(
	here: Stage,
	email: string,
	programId: number = MARKETO_PROGRAMS.earlier,
): MarketoMemberState | undefined {
	return here.sandbox.marketo.memberOf(programId, leadOf(here, email).id);
}

/** Paths of the calls that changed, or would have changed, something. */
export function writes(here: Stage): string[] {
	return here.sandbox.books.writes('marketo').map(({ path }) => path);
}

/** Somebody whom a program has in a status already. */
export function enrol(
	here: Stage,
	email: string,
	statusName: string,
	programId: number = MARKETO_PROGRAMS.earlier,
): MarketoMemberState {
	const { marketo: side } = here.sandbox;
	const id = 900_000 + side.leads.size;
	const now = '2026-01-01T00:00:00.000Z';
	const [known] = side.leadsByEmail(email);
	const lead = known ?? { id, fields: { email, firstName: 'Ada', createdAt: now, updatedAt: now } };
	side.leads.set(lead.id, lead);
	const member: MarketoMemberState = {
		id: 800_000 + side.members.size,
		programId,
		leadId: lead.id,
		statusName,
		webinarUrl: null,
		registrationCode: null,
		fields: {},
		membershipDate: now,
		updatedAt: now,
	};
	side.members.set(`${programId}:${lead.id}`, member);
	return member;
}
