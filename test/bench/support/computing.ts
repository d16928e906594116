/** What one *Get attendees* computes, beside other work on the same items, alone in its process. */
import 'reflect-metadata';
import '../../setup';
import { childInput, say } from './child';
import { computed } from './computed';
import type { SandboxSaid } from './sandboxProcess';

export interface ComputingSaid {
	people: number;
	error: string | null;
	/** Milliseconds of computing: our node with everything that n8n does for it, waits left out. */
	oursMs: number;
	/** JSON.parse and JSON.stringify of each item. */
	jsonMs: number;
	/** n8n's node *Edit Fields* adding one field to each item. */
	editFieldsMs: number;
}

const EDIT_FIELDS = {
	mode: 'manual',
	includeOtherFields: true,
	assignments: {
		assignments: [
			{ id: 'a', name: 'attended', type: 'string', value: '={{ $json.attendanceStatus }}' },
		],
	},
	options: {},
};

async function main(): Promise<void> {
	const { zoom, webinarId } = childInput<SandboxSaid>();
	// After the home of n8n-core is set.
	const { runNode } = await import('../../engine/support/runNode');
	const { attendeesOf, zoomNode } = await import('../../engine/zoom/support/zoom');
	const { addBuiltIn } = await import('./builtIn');
	const versions = await addBuiltIn();
	const collect = async () => await zoomNode({ zoom }, attendeesOf(webinarId));
	// Everything is loaded and compiled before anything is measured.
	await collect();
	const ours = await computed(collect);
	const items = (ours.result.outputs[0] ?? []).map(({ json }) => json);
	const edit = async () =>
		await runNode({
			type: 'editFields',
			typeVersion: versions.editFields,
			parameters: EDIT_FIELDS,
			credentials: {},
			items,
		});
	const texts = items.map((item) => JSON.stringify(item));
	const rewrite = async () => await Promise.resolve(texts.map(parsedAndWritten));
	await edit();
	await rewrite();
	const edited = await computed(edit);
	const rewritten = await computed(rewrite);
	const kept = edited.result.outputs[0]?.length ?? 0;
	const said: ComputingSaid = {
		people: kept === items.length ? items.length : NaN,
		error: ours.result.error?.message ?? edited.result.error?.message ?? null,
		oursMs: ours.ms,
		jsonMs: rewritten.ms,
		editFieldsMs: edited.ms,
	};
	say(said);
	process.stdin.resume();
}

function parsedAndWritten(text: string): string {
	return JSON.stringify(JSON.parse(text));
}

void main();
