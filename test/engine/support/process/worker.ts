/** A process of its own that runs nodes for a test, as a queue worker does; started by processes.ts. */
import 'reflect-metadata';

import { runNode, type NodeRun } from '../runNode';

process.on('message', (run: NodeRun) => {
	runNode(run).then(
		({ outputs, error }) => process.send?.({ outputs, error }),
		(error: unknown) => process.send?.({ outputs: [], error: { message: String(error) } }),
	);
});
process.send?.('ready');
