import type { MarketoLeadState } from '../../world';
import type { CampaignRun, Outbound, StepResult } from '../context';
import { InstalledService } from '../services/installedService';
import { flowStepContext } from '../services/payload';
import { submit } from '../services/submit';

const CHUNK_SIZE = 100;

/** What became of a chunk; it is waited for while the next one is sent. */
export interface ChunkResults {
	leads: MarketoLeadState[];
	results: Promise<Map<number, StepResult>>;
}

/**
 * A self-service flow step: people go to the service in chunks, one after the other, and wait in the step until
 * the callback.
 */
export async function* flowStep(
	outbound: Outbound,
	run: CampaignRun,
	leads: MarketoLeadState[],
	{ service: apiName, attributes }: { service: string; attributes: Record<string, string> },
	step: number,
): AsyncGenerator<ChunkResults> {
	const service = outbound.services.find((one) => one.apiName === apiName);
	if (!(service instanceof InstalledService)) {
		yield refused(leads, `There is no flow step ${apiName}`);
		return;
	}
	const size = outbound.state.world.chunkSize ?? CHUNK_SIZE;
	for (let from = 0; from < leads.length; from += size) {
		const chunk = leads.slice(from, from + size);
		const problem = choiceProblem(outbound, run, service, attributes, chunk);
		if (problem !== undefined) {
			yield refused(chunk, problem);
			continue;
		}
		const sent = await submit(outbound, { service, run, leads: chunk, attributes, step });
		yield { leads: chunk, results: sent.results };
	}
}

/** An enforced picklist takes its own choices only, and only those that were there at the last refresh. */
function choiceProblem(
	{ state }: Outbound,
	run: CampaignRun,
	service: InstalledService,
	attributes: Record<string, string>,
	[lead]: MarketoLeadState[],
): string | undefined {
	const values = lead ? flowStepContext(state, { service, run, attributes }, lead) : {};
	const wrong = service.read.flowAttributes.find(({ apiName, enforcePicklistSelect }) => {
		const choices = service.picklists[apiName];
		const value = values[apiName] ?? '';
		if (!enforcePicklistSelect || choices === undefined || value === '') return false;
		return !choices.some(({ submittedValue }) => submittedValue === value);
	});
	return wrong && `${service.name}: ${wrong.name} takes choices of its picklist only`;
}

function refused(leads: MarketoLeadState[], message: string): ChunkResults {
	const result = { ok: false, message };
	return { leads, results: Promise.resolve(new Map(leads.map(({ id }) => [id, result]))) };
}
