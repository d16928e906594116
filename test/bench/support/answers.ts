import diagnostics from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';

import { unionOf, type Span } from './spans';

export interface Timed<T> {
	result: T;
	/** Milliseconds on the clock. */
	ms: number;
	/** Of `ms`: while at least one request of this process waited for its whole answer. */
	answeringMs: number;
}

const SENT = 'http.client.request.start';
/** Comes with the head of an answer. https://nodejs.org/api/diagnostics_channel.html#http */
const ANSWERED = 'http.client.response.finish';

/** Runs the work and tells how much of its time the vendors took to answer. */
export async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
	const sent = new Map<ClientRequest, number>();
	const spans: Span[] = [];
	const onSent = (message: unknown): void => {
		sent.set((message as { request: ClientRequest }).request, performance.now());
	};
	const onAnswered = (message: unknown): void => {
		const { request, response } = message as { request: ClientRequest; response: IncomingMessage };
		const from = sent.get(request) ?? performance.now();
		response.once('close', () => spans.push([from, performance.now()]));
	};
	diagnostics.subscribe(SENT, onSent);
	diagnostics.subscribe(ANSWERED, onAnswered);
	try {
		const start = performance.now();
		const result = await work();
		const ms = performance.now() - start;
		return { result, ms, answeringMs: unionOf(spans) };
	} finally {
		diagnostics.unsubscribe(SENT, onSent);
		diagnostics.unsubscribe(ANSWERED, onAnswered);
	}
}
