import {
	NodeApiError,
	NodeOperationError,
	type IExecuteFunctions,
	type INode,
	type JsonObject,
} from 'n8n-workflow';

import { explain, type Reason } from '../model/reasons';
import { asObject, asText } from '../transport/json';
import { CancelledError } from '../transport/send';
import { VendorError } from '../transport/vendorError';

/** A person can mend this in the node's own fields. */
export class ParameterError extends Error {
	constructor(
		message: string,
		/** What to do next. */
		readonly repair: string,
	) {
		super(message);
		this.name = 'ParameterError';
	}
}

/** What a thrown thing means to a person: words, repair and reason, whatever it was. */
export interface Cause {
	message: string;
	repair: string;
	reason: Reason;
	retryAt: string | null;
}

/** Reads any thrown value; secrets cannot be in it, because only our own errors keep vendor text. */
export function causeOf(error: unknown): Cause {
	if (error instanceof VendorError) {
		const { message, repair, reason, retryAt } = error.details;
		return { message, repair, reason, retryAt: retryAt ?? null };
	}
	if (error instanceof ParameterError) {
		return {
			message: error.message,
			repair: error.repair,
			reason: 'vendorRejected',
			retryAt: null,
		};
	}
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		return {
			message: error.message,
			repair: error.description ?? explain('vendorRejected').repair,
			reason: 'vendorRejected',
			retryAt: null,
		};
	}
	return {
		message: error instanceof Error ? error.message : String(error),
		repair: 'Report this at the address in the README, with what you did before',
		reason: 'vendorRejected',
		retryAt: null,
	};
}

/** What n8n says of a field that it could not resolve for an item: its words, and the detail behind them. */
export function unresolvedField(error: unknown): string {
	const message = error instanceof Error ? error.message : String(error);
	const detail = asText(asObject(error).description);
	return detail === '' ? message : `${message}: ${detail}`;
}

/**
 * The error that n8n shows: message = what happened, description = what to do next.
 * @param itemIndex the item it concerns, when it concerns one
 */
export function toNodeError(
	node: INode,
	error: unknown,
	itemIndex?: number,
): NodeApiError | NodeOperationError {
	if (error instanceof NodeApiError || error instanceof NodeOperationError) {
		if (itemIndex !== undefined) error.context.itemIndex ??= itemIndex;
		return error;
	}
	if (error instanceof VendorError) {
		const { message, repair, status, failure, trackingId } = error.details;
		const support = trackingId ? ` (${trackingId})` : '';
		const shown: JsonObject = { message };
		return new NodeApiError(node, shown, {
			message,
			description: `${repair}${support}`,
			httpCode: status > 0 ? String(status) : undefined,
			itemIndex,
			failure,
		});
	}
	const { message, repair } = causeOf(error);
	return new NodeOperationError(node, message, { description: repair, itemIndex });
}

/** A cancelled execution is not an outcome of anybody: it ends the run. */
export function isCancelled(context: IExecuteFunctions, error: unknown): boolean {
	return error instanceof CancelledError || context.getExecutionCancelSignal()?.aborted === true;
}
