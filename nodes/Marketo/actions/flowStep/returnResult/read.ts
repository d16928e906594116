import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { errorCodeOf, isRegistrationStatus } from '../../../../shared/items/registrationStatus';
import { normaliseEmail } from '../../../../shared/model/email';
import { causeOf } from '../../../../shared/node/errors';
import { asObject, asText, type JsonObject } from '../../../../shared/transport/json';
import type { FlowStepState, Waiting } from '../../../flowStep/state';
import { leadIdOf } from '../../../mapping/registration';
import { personItem } from '../trigger';
import { Answered } from './answered';
import { failedBy, verdictFrom, verdictOf, type Verdict } from './verdict';
import { whoWaits, type WhoWaits } from './whoWaits';

/**
 * One entry per item. What cannot be read of an item is told to Marketo as a failure, because the
 * person waits.
 * @param state undefined where nobody waits
 */
export function readAnswered(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
	state: FlowStepState | undefined,
): Answered[] {
	const read = verdictReader(context, items);
	const waiting = state === undefined ? undefined : whoWaits(state);
	return items.map(({ json }, index) => {
		const verdict = read(index);
		if (waiting === undefined) return nobodyWaits(verdict);
		return answeredOf(verdict, waiting, waiting.find(whose(context, json, index)));
	});
}

function answeredOf(
	verdict: Verdict,
	waiting: WhoWaits,
	found: ReturnType<WhoWaits['find']>,
): Answered {
	if (found === undefined) {
		const stranger = Answered.unused(verdict);
		stranger.person.fail(STRANGER.message, STRANGER.repair, undefined, 'leadNotFound');
		return stranger;
	}
	if (waiting.take(found)) return Answered.about(found, orNoWebinar(verdict, found));
	const another = Answered.unused(verdict);
	another.person.skip('duplicate', ANOTHER_ITEM);
	return another;
}

/** Failures that say no more than that there was nothing to register for. */
const OF_NO_WEBINAR: readonly string[] = ['NO_OUTCOME', 'VENDOR_REJECTED', 'WEBINAR_NOT_FOUND'];

/** Where the trigger found no webinar, its words say more than those of the platform without one. */
function orNoWebinar(verdict: Verdict, { problem }: Waiting): Verdict {
	const { success, errorCode } = verdict.result;
	if (success || problem === '' || !OF_NO_WEBINAR.includes(errorCode)) return verdict;
	return failedBy(errorCodeOf('webinarNotConnected'), problem, verdict.kind);
}

function nobodyWaits(verdict: Verdict): Answered {
	const answered = Answered.unused(verdict);
	answered.person.fail(NOBODY_WAITS.message, NOBODY_WAITS.repair);
	return answered;
}

/** The item's own fields, else those of the trigger's item that it came from. */
function whose(context: IExecuteFunctions, json: JsonObject, index: number) {
	const given = leadIdOf(quietly(() => context.getNodeParameter('leadId', index, '')));
	const leadId = given ?? leadIdOf(personItem(context, index).leadId);
	const email = normaliseEmail(json.email) || normaliseEmail(asObject(json.registrant).email);
	return { leadId, email };
}

/** Whoever is `duplicate` has become what the first item of the same address became. */
function verdictReader(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): (index: number) => Verdict {
	const firsts = new Map<string, number>();
	items.forEach(({ json }, index) => {
		if (!isDuplicate(json) && !firsts.has(keyOf(json))) firsts.set(keyOf(json), index);
	});
	return (index) => {
		try {
			if (context.getNodeParameter('mapData', index) === 'manual')
				return readFields(context, index);
			const { json } = items[index]!;
			const { json: told, error } =
				items[isDuplicate(json) ? (firsts.get(keyOf(json)) ?? index) : index]!;
			return verdictOf(told, error?.message);
		} catch (error) {
			return failedBy('WORKFLOW_FAILED', causeOf(error).message);
		}
	};
}

function keyOf(json: JsonObject): string {
	return `${normaliseEmail(json.email)} ${asText(json.webinarId)} ${asText(json.occurrenceId)}`;
}

function isDuplicate({ outcome }: JsonObject): boolean {
	return asObject(outcome).reason === 'duplicate';
}

function readFields(context: IExecuteFunctions, index: number): Verdict {
	const text = (name: string) => asText(context.getNodeParameter(name, index, '')).trim();
	const status = text('registrationStatus');
	const told = {
		registrantId: text('registrantId'),
		joinUrl: text('joinUrl'),
		errorCode: text('errorCode'),
		message: text('message'),
	};
	if (isRegistrationStatus(status)) return verdictFrom(status, told);
	return failedBy(
		'UNKNOWN_STATUS',
		`Registration Status “${status}” is not one that the flow step knows`,
	);
}

function quietly(read: () => unknown): unknown {
	try {
		return read();
	} catch {
		return undefined;
	}
}

const NOBODY_WAITS = {
	message: 'Nobody waits in Marketo: this execution was not started by a Marketo Flow Step Trigger',
	repair:
		'Start the workflow by the flow step or the webhook in Marketo, with the trigger in this workflow',
};

const STRANGER = {
	message: 'The item is about nobody who waits at the flow step in Marketo',
	repair: 'Set Lead ID to leadId of the Marketo Flow Step Trigger',
};

const ANOTHER_ITEM = {
	message: 'Marketo takes one result per person, and that of another item was used',
	repair: '',
};
