import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A tool as the agent offers it to the model. */
export interface OfferedTool {
	function: { name: string; description: string; parameters: { properties?: object } };
}

interface ChatRequest {
	tools?: OfferedTool[];
	messages: Array<{ role: string; content: unknown }>;
}

/** A call that the model asks for. */
export interface ToolCall {
	/** The beginning of the name of the tool, as the model sees it. */
	tool: string;
	args: Record<string, unknown>;
}

export interface ChatModel {
	/** For the field Base URL of n8n's OpenAI credential. */
	url: string;
	/** What the agent offered, last time. */
	tools(): OfferedTool[];
	/** What the tools answered, in order of the calls. */
	answers(): string[];
	close(): Promise<void>;
}

async function read(request: IncomingMessage): Promise<ChatRequest> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return JSON.parse(text) as ChatRequest;
}

/** OpenAI's chat completions on this machine: asks for the calls one after the other, then says "Done". */
export async function chatModel(calls: ToolCall[]): Promise<ChatModel> {
	let last: ChatRequest = { messages: [] };
	const server = createServer((request, response) => {
		void read(request).then((body) => {
			last = body;
			const answered = body.messages.filter(({ role }) => role === 'tool').length;
			const next = calls[answered];
			const name = body.tools?.find((one) => one.function.name.startsWith(next?.tool ?? '\n'))
				?.function.name;
			const message = next
				? {
						role: 'assistant',
						content: null,
						tool_calls: [
							{
								id: `call_${answered}`,
								type: 'function',
								function: { name: name ?? next.tool, arguments: JSON.stringify(next.args) },
							},
						],
					}
				: { role: 'assistant', content: 'Done' };
			response.writeHead(200, { 'content-type': 'application/json' });
			response.end(
				JSON.stringify({
					id: `chat_${answered}`,
					object: 'chat.completion',
					created: 0,
					model: 'gpt-4.1-mini',
					choices: [{ index: 0, message, finish_reason: next ? 'tool_calls' : 'stop' }],
					usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
				}),
			);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		tools: () => last.tools ?? [],
		answers: () =>
			last.messages
				.filter(({ role }) => role === 'tool')
				.map(({ content }) => (typeof content === 'string' ? content : JSON.stringify(content))),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
