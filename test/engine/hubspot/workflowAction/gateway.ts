import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject } from 'n8n-workflow';

import type { TriggerHost } from '../../support/triggerEngine';
import type { FlowRun } from './flow';

export interface Gateway {
	url: string;
	/** What the nodes behind the trigger did, request by request. */
	runs: FlowRun[];
	close(): Promise<void>;
}

/**
 * Stands before the trigger as n8n does where a node answers: the request waits until the nodes behind
 * the trigger have run, and gets what they respond.
 * @param behind runs them on what the trigger has emitted
 */
export async function startGateway(
	trigger: TriggerHost,
	behind: (emitted: IDataObject[][]) => Promise<FlowRun>,
): Promise<Gateway> {
	const runs: FlowRun[] = [];
	const server = createServer((incoming, outgoing) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('end', () => {
			const before = trigger.outputs.length;
			const { method = '', url = '/', headers } = incoming;
			void forward(`${trigger.origin}${url}`, {
				method,
				headers,
				body: Buffer.concat(chunks),
			}).then(async (own) => {
				const emitted = trigger.outputs[before];
				const run = emitted && (await behind(emitted));
				if (run) runs.push(run);
				const answer = emitted === undefined ? own : fromNode(run);
				outgoing.writeHead(answer.status, { 'content-type': 'application/json' });
				outgoing.end(answer.body);
			});
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		runs,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** n8n says 500 where no node has answered. */
function fromNode(run: FlowRun | undefined): { status: number; body: string } {
	const response = run?.response;
	return response === undefined
		? { status: 500, body: '{"message":"Error in workflow"}' }
		: { status: response.statusCode, body: JSON.stringify(response.body) };
}

async function forward(
	url: string,
	sent: { method: string; headers: IncomingHttpHeaders; body: Buffer },
): Promise<{ status: number; body: string }> {
	return await new Promise((resolve, reject) => {
		const { method, headers } = sent;
		const outgoing = request(url, { method, headers }, (answer) => {
			const chunks: Buffer[] = [];
			answer.on('data', (chunk: Buffer) => chunks.push(chunk));
			answer.on('end', () =>
				resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
			);
		});
		outgoing.on('error', reject);
		outgoing.end(sent.body);
	});
}
