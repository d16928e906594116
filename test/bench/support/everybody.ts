import type { NodeRunResult } from '../../engine/support/runNode';

/**
 * A figure of a run that left somebody out would mean nothing.
 * @throws Error when not everybody came out, or when more were not written than the vendor must refuse
 */
export function expectEverybody(
	what: string,
	{ outputs, error }: Pick<NodeRunResult, 'outputs' | 'error'>,
	people: number,
	refused: number,
): void {
	const out = outputs[0] ?? [];
	const results = out.map(({ json }) => (json.outcome as { result?: string } | undefined)?.result);
	const failed = results.filter((result) => result === 'failed' || result === 'deferred').length;
	if (error !== null || out.length !== people || failed !== refused) {
		const told = error?.message ?? `${failed} instead of ${refused} were not written`;
		throw new Error(`${what}: ${out.length} of ${people} people came out, ${told}`);
	}
}
