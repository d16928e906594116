import type { IDataObject, INodeListSearchResult, INodeParameters } from 'n8n-workflow';

import type { Outcome } from '../../../../nodes/shared/model/outcome';
import type { AdobeConnectWorld } from '../../../sandbox/adobeConnect/world';
import { adobeWorld } from '../../../sandbox/adobeConnect/testing/world';
import type { FaultRule } from '../../../sandbox/contract';
import { panelOf } from '../../support/loneNode';
import { runNode, type NodeRun, type NodeRunResult } from '../../support/runNode';
import { stage, type Stage } from '../../support/world';

export { inAHurry } from '../support/run';
export type { NodeRun, NodeRunResult };

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** The moment of the small world: times are told by the minute. */
const START = Math.floor(Date.now() / MINUTE) * MINUTE;

/** A small Adobe Connect: its event ended ten minutes ago. */
export async function smallStage(changes: Partial<AdobeConnectWorld> = {}): Promise<Stage> {
	return await stage(
		{ registrants: 10 },
		{ adobeConnect: adobeWorld(changes, new Date(START).toISOString()) },
	);
}

/** ISO 8601 UTC in so many minutes, as our items have it. */
export function inMinutes(minutes: number): string {
	const moment = START + minutes * MINUTE;
	return new Date(moment).toISOString().replace('.000Z', 'Z');
}

export function byId(value: string): INodeParameters {
	return { __rl: true, mode: 'id', value };
}

export function byUrl(value: string): INodeParameters {
	return { __rl: true, mode: 'url', value };
}

/** Runs an operation on webinars. */
export async function adobe(
	here: Pick<Stage, 'adobeConnect'>,
	operation: string,
	parameters: INodeParameters = {},
	changes: Partial<NodeRun> = {},
): Promise<NodeRunResult> {
	return await runNode({
		type: 'adobeConnect',
		credentials: here.adobeConnect,
		parameters: { resource: 'webinar', operation, ...parameters },
		...changes,
	});
}

/** Items of the first output. @throws when the run has failed */
export function jsons({ outputs, error }: NodeRunResult): IDataObject[] {
	if (error !== null) throw new Error(`${error.message} (${error.description ?? ''})`);
	return (outputs[0] ?? []).map(({ json }) => json);
}

export function outcomes(result: NodeRunResult): Outcome[] {
	return jsons(result).map(({ outcome }) => outcome as Outcome);
}

/** Signed in as somebody else. */
export function as(
	here: Stage,
	{ login, password }: { login: string; password: string },
): Pick<Stage, 'adobeConnect'> {
	const fields = { ...here.adobeConnect.adobeConnectApi, login, password };
	return { adobeConnect: { adobeConnectApi: fields } };
}

/** Adobe Connect misbehaves as the rule says. */
export function fault({ sandbox }: Stage, rule: Omit<FaultRule, 'vendor'>): void {
	sandbox.addFault({ vendor: 'adobeConnect', ...rule });
}

/** Actions that were called, in their order, the sign-in left out. */
export function actions({ sandbox }: Stage): string[] {
	return sandbox.adobeConnect.calls
		.map(({ action }) => action)
		.filter((action) => action !== 'common-info' && action !== 'login');
}

/** What the editor calls when somebody opens or searches a list. */
export async function search(
	here: Pick<Stage, 'adobeConnect'>,
	method: string,
	{
		filter,
		token,
		parameters = {},
	}: { filter?: string; token?: string; parameters?: INodeParameters } = {},
): Promise<INodeListSearchResult> {
	const { methods, context } = await panelOf(
		{ type: 'adobeConnect', credentials: here.adobeConnect, parameters },
		'parameters.webinar',
	);
	return await methods.listSearch[method]!.call(context, filter, token);
}
