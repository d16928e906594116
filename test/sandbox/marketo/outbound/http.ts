import { recordOf } from './json';

/** Marketo's own HTTP client. */
export interface OutboundRequest {
	method: 'GET' | 'POST';
	url: string;
	headers?: Record<string, string>;
	body?: string;
	timeoutMs: number;
	/** Aborted when the sandbox closes. */
	signal: AbortSignal;
}

export interface OutboundAnswer {
	/** null: no whole answer came. */
	status: number | null;
	contentType: string;
	body: string;
	/** Why no answer came. */
	error: string;
}

/** One request; never throws. Redirects are answers like others: Marketo is given the final address. */
export async function request(given: OutboundRequest): Promise<OutboundAnswer> {
	const { url, method, headers, body, timeoutMs, signal } = given;
	try {
		const answer = await fetch(url, {
			method,
			// An idle connection may be closed by a busy n8n at the very moment at which it is used again.
			headers: { connection: 'close', ...headers },
			...(body === undefined ? {} : { body }),
			redirect: 'manual',
			signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
		});
		return {
			status: answer.status,
			contentType: answer.headers.get('content-type') ?? '',
			body: await answer.text(),
			error: '',
		};
	} catch (error) {
		return { status: null, contentType: '', body: '', error: said(error, timeoutMs) };
	}
}

function said(error: unknown, timeoutMs: number): string {
	// Errors of other realms are no instances of this one's Error.
	const { name, message, cause } = recordOf(error);
	if (name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
	return String(recordOf(cause).message ?? message ?? error);
}

/** What a log says about an answer that is none to go on with. */
export function describe({ status, error }: OutboundAnswer): string {
	return status === null ? error : `answered ${status}`;
}
