import {
	NodeOperationError,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
} from 'n8n-workflow';

import { countResults, type Destination, type Outcome } from '../model/outcome';
import { causeOf, isCancelled, toNodeError } from './errors';
import { peopleHint } from './peopleHint';
import { summarisePeople } from './peopleSummary';
import { summariseRun, summaryItems, type SummaryOf } from './runSummary';
import { asTold, isCalledAsTool } from './tool';

/** What became of one input item, and what its output item carries besides. */
export interface Written {
	outcome: Outcome;
	/** Members added to the item, e.g. `registrant` or `webinar`. */
	adds?: IDataObject;
}

/** What an operation that writes returns: one entry per input item, in order. */
export type PeopleOperation = (
	this: IExecuteFunctions,
	items: INodeExecutionData[],
) => Promise<Written[]>;

/** What an operation with a summary beside its outcomes returns. */
export interface Summarised {
	/** One entry per input item, in order. */
	written: Written[];
	/** One entry per webinar. */
	summaries: SummaryOf[];
}

/** An operation that writes and sums up. */
export type SummarisedOperation = (
	this: IExecuteFunctions,
	items: INodeExecutionData[],
) => Promise<Summarised>;

type WhenPeopleFail = 'items' | 'errorOutput' | 'stop';

/** The option that every operation with outcomes offers, at the end of its Options. */
export const whenPeopleFailOption: INodeProperties = {
	displayName: 'When People Fail',
	name: 'whenPeopleFail',
	type: 'options',
	default: 'items',
	description:
		'What to do with people who could not be written. In every case everybody is tried, and what was written stays written.',
	options: [
		{
			name: 'Return as Items',
			value: 'items',
			description: 'They come out like everybody else, with the result failed and the reason',
		},
		{
			name: 'Send to Error Output',
			value: 'errorOutput',
			description: 'Needs Settings → On Error → Continue (Using Error Output)',
		},
		{
			name: 'Stop and Name Them',
			value: 'stop',
			description:
				'After everybody was tried, the execution stops with an error that names who failed and why',
		},
	],
};

/** The Options of an operation that offers nothing else. */
export const onlyWhenPeopleFail: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	options: [whenPeopleFailOption],
};

/**
 * Runs an operation that writes people and puts its outcomes out: for each input item exactly one
 * item, linked to it. A cause that concerns everybody is thrown, unless the node is set to
 * continue: then it is everybody's outcome, because n8n would pass the inputs of a node that
 * throws on as a success. An AI agent gets a summary instead.
 */
export async function runPeople(
	context: IExecuteFunctions,
	destination: Destination,
	operation: PeopleOperation,
): Promise<INodeExecutionData[]> {
	const [people = []] = await runSummarised(context, destination, async function (items) {
		const written = await operation.call(this, items);
		const outcomes = written.map(({ outcome }) => outcome);
		// A preview tells more itself. Older versions of n8n have no hints.
		if (outcomes.some(({ preview }) => !preview)) this.addExecutionHints?.(peopleHint(outcomes));
		return { written, summaries: [] };
	});
	return people;
}

/**
 * The same for an operation that sums up as well: the people, then one item per webinar. An AI agent
 * is given only the first output, so as its tool everything is in there.
 */
export async function runSummarised(
	context: IExecuteFunctions,
	destination: Destination,
	operation: SummarisedOperation,
): Promise<[people: INodeExecutionData[], summaries: INodeExecutionData[]]> {
	const items = context.getInputData();
	const mode = readMode(context);
	const startedAt = new Date().toISOString();
	let written: Written[];
	let summaries: SummaryOf[];
	try {
		({ written, summaries } = await operation.call(context, items));
		if (written.length !== items.length) throw new Error('Outcomes do not match the items');
	} catch (error) {
		if (!context.continueOnFail() || isCancelled(context, error)) {
			throw asTold(context, toNodeError(context.getNode(), error));
		}
		written = items.map(() => ({ outcome: everybodysOutcome(destination, error) }));
		summaries = [summaryOfFailure(written, startedAt)];
	}
	const outcomes = written.map(({ outcome }) => outcome);
	if (mode === 'stop' && !context.continueOnFail()) stopIfFailed(context, items, outcomes);
	if (isCalledAsTool(context)) {
		const pairedItem = items.map((_, item) => ({ item }));
		const webinars = summaries.map(({ summary }) => summary);
		const told = webinars.length === 0 ? {} : { webinars };
		return [[{ json: { ...summarisePeople(items, outcomes), ...told }, pairedItem }], []];
	}
	const toErrorOutput = mode !== 'items' && context.getNode().onError === 'continueErrorOutput';
	const people = items.map((item, index) => {
		const outcome = outcomes[index]!;
		if (toErrorOutput && outcome.result === 'failed') {
			return {
				// n8n routes an item with nothing but `error` in it to the error output, and adds the input.
				json: { error: { message: outcome.message, outcome } },
				pairedItem: { item: index },
			};
		}
		return {
			json: { ...item.json, ...written[index]!.adds, outcome },
			pairedItem: { item: index },
		};
	});
	return [people, summaryItems(summaries)];
}

/** Of a run that was ended by what concerns everybody. */
function summaryOfFailure(written: readonly Written[], startedAt: string): SummaryOf {
	const outcomes = written.map(({ outcome }) => outcome);
	const facts = { calls: null, startedAt, preview: false };
	return { summary: summariseRun(null, outcomes, facts), items: written.map((_, item) => item) };
}

function readMode(context: IExecuteFunctions): WhenPeopleFail {
	const mode = context.getNodeParameter('options.whenPeopleFail', 0, 'items') as WhenPeopleFail;
	if (mode === 'errorOutput' && !context.continueOnFail()) {
		throw new NodeOperationError(
			context.getNode(),
			'When People Fail is set to the error output, but this node has none',
			{ description: 'Choose Settings → On Error → Continue (Using Error Output)' },
		);
	}
	return mode;
}

/** What concerns everybody: `deferred` where it passes by itself, as a vendor does that is down. */
function everybodysOutcome(destination: Destination, error: unknown): Outcome {
	const outcome = failedOutcome(destination, error);
	return outcome.retryAt === null ? outcome : { ...outcome, result: 'deferred' };
}

/** The outcome of somebody for whom this was thrown. */
export function failedOutcome(destination: Destination, error: unknown): Outcome {
	const { message, repair, reason, retryAt } = causeOf(error);
	return {
		destination,
		result: 'failed',
		action: 'none',
		reason,
		message,
		repair,
		steps: {},
		recordId: '',
		retryAt,
		preview: false,
	};
}

const NAMED_AT_MOST = 5;

function stopIfFailed(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
	outcomes: Outcome[],
): void {
	const failed = outcomes.flatMap((outcome, index) =>
		outcome.result === 'failed' ? [{ outcome, index }] : [],
	);
	if (failed.length === 0) return;
	const counts = countResults(outcomes.map(({ result }) => result));
	const names = failed
		.slice(0, NAMED_AT_MOST)
		.map(({ outcome, index }) => `${nameOf(items[index]!, index)}: ${outcome.message}`);
	const more = failed.length > NAMED_AT_MOST ? ` and ${failed.length - NAMED_AT_MOST} more` : '';
	throw new NodeOperationError(
		context.getNode(),
		`${failed.length} of ${outcomes.length} people could not be written: ${names.join('; ')}${more}`,
		{
			description: `${failed[0]!.outcome.repair} (${counts.synced} written, ${counts.unchanged} unchanged, ${counts.skipped} skipped, ${counts.deferred} deferred; what was written stays written)`,
			itemIndex: failed[0]!.index,
		},
	);
}

function nameOf(item: INodeExecutionData, index: number): string {
	return typeof item.json.email === 'string' && item.json.email !== ''
		? item.json.email
		: `item ${index}`;
}
