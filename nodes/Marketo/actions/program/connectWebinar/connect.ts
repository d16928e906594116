import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import type { WebinarItem } from '../../../../shared/items/webinarItem';
import type { Written } from '../../../../shared/node/people';
import { attempt } from '../../../../shared/transport/attempt';
import { readConnection } from '../../../mapping/connection';
import { planConnection } from '../../../mapping/connectionPlan';
import type { Program } from '../../../mapping/program';
import { createClient, type MarketoClient } from '../../../transport/request';
import { programFor } from '../../programs/load';
import { ConnectedItem } from './entry';
import { readConnectOptions, readWebinars, type ConnectOptions } from './input';
import { writeJoinLinks } from './joinLinks';
import { channelProblem, endWithoutWriting } from './refused';
import { rememberProgram, writeTokens } from './tokens';

interface Run {
	context: IExecuteFunctions;
	client: MarketoClient;
	options: ConnectOptions;
}

/**
 * Connects webinars to programs, and keeps what the programs say of them right. Items are taken one
 * after the other, so that of several about one program each sees what the one before has written.
 */
export async function connectWebinars(
	this: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<Written[]> {
	if (items.length === 0) return [];
	const options = readConnectOptions(this);
	const webinars = readWebinars(this, items);
	const run: Run = { context: this, client: await createClient(this), options };
	const written: Written[] = [];
	for (const [index, webinar] of webinars.entries()) {
		const entry = new ConnectedItem();
		await connect(run, webinar, index, entry);
		written.push(entry.written(options.preview));
	}
	return written;
}

async function connect(
	run: Run,
	webinar: WebinarItem,
	index: number,
	entry: ConnectedItem,
): Promise<void> {
	const { problem, passed } = webinar;
	if (problem !== null) return entry.fail(problem.message, problem.repair);
	if (passed !== null) return entry.skip(passed.reason, passed);
	const found = await attempt(programFor(run.context, run.client, index, { tokens: true }));
	if (!found.ok) return entry.refuse(found.error, 'tokens');
	const { program, refusal } = found.value;
	if (program === undefined) {
		return entry.fail(refusal.message, refusal.repair, undefined, refusal.reason);
	}
	entry.program = program;
	await connectTo(run, program, webinar, entry);
}

async function connectTo(
	{ context, client, options }: Run,
	program: Program,
	webinar: WebinarItem,
	entry: ConnectedItem,
): Promise<void> {
	const plan = planConnection(program, webinar, options);
	if (plan.kind !== 'write') return endWithoutWriting(entry, plan);
	const unfit = plan.isNew && !options.anyChannel ? channelProblem(program) : null;
	if (unfit !== null) return entry.fail(unfit.message, unfit.repair, undefined, 'wrongChannel');
	const tokens = await attempt(writeTokens(client, program, plan, options, entry));
	if (!tokens.ok) return entry.refuse(tokens.error, 'tokens');
	entry.program = {
		...program,
		tokens: tokens.value,
		connection: readConnection(tokens.value, program.id),
	};
	if (plan.isNew && !options.preview) await rememberProgram(context, plan.connection, program.id);
	const { joinUrl, cancelled } = plan.connection;
	const isOpen = webinar.about.registrationRequired === false && joinUrl !== '' && !cancelled;
	if (!isOpen || !options.joinLinks) return;
	const links = await attempt(writeJoinLinks(client, program, joinUrl, options.preview, entry));
	if (!links.ok) entry.refuse(links.error, 'joinLinks');
}
