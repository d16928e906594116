import type { MarketoFlowStep, MarketoLeadState } from '../../world';
import type { CampaignRun, Outbound, StepResult } from '../context';
import { callWebhook } from '../webhooks/callWebhook';
import { changeProgramStatus } from './changeProgramStatus';
import { flowStep } from './flowStep';
import { sendEmail } from './sendEmail';

/**
 * Takes people through the steps of a campaign, from step `from` (0 = the first one). Whatever a step says, the
 * person goes on to the next one, unless it hangs or has been deleted.
 */
export async function runFlow(
	outbound: Outbound,
	run: CampaignRun,
	leadIds: readonly number[],
	from = 0,
): Promise<void> {
	let going = [...leadIds];
	for (const [index, step] of run.campaign.flow.entries()) {
		if (index < from) continue;
		const leads = going.flatMap((id) => outbound.state.leads.get(id) ?? []);
		if (step.kind === 'flowStep') {
			await runChunks(outbound, run, leads, step, index);
			return;
		}
		for (const lead of leads) {
			write(outbound, run, lead.id, index, await doStep(outbound, run, lead, step));
		}
		going = leads.map(({ id }) => id);
	}
}

/** Each chunk goes on by itself as soon as it has been called back. */
async function runChunks(
	outbound: Outbound,
	run: CampaignRun,
	leads: MarketoLeadState[],
	step: Extract<MarketoFlowStep, { kind: 'flowStep' }>,
	index: number,
): Promise<void> {
	const going: Array<Promise<void>> = [];
	for await (const chunk of flowStep(outbound, run, leads, step, index + 1)) {
		going.push(
			chunk.results.then(async (results) => {
				for (const [id, result] of results) write(outbound, run, id, index, result);
				const free = chunk.leads.filter(({ id }) => !results.get(id)?.hanging);
				await runFlow(
					outbound,
					run,
					free.map(({ id }) => id),
					index + 1,
				);
			}),
		);
	}
	await Promise.all(going);
}

async function doStep(
	outbound: Outbound,
	run: CampaignRun,
	lead: MarketoLeadState,
	step: Exclude<MarketoFlowStep, { kind: 'flowStep' }>,
): Promise<StepResult> {
	switch (step.kind) {
		case 'changeProgramStatus':
			return changeProgramStatus(outbound, run, lead.id, step);
		case 'callWebhook':
			return await callWebhook(outbound, run, lead, step.webhook);
		case 'sendEmail':
			return sendEmail(outbound, run, lead, step.email);
	}
}

function write(
	{ log }: Outbound,
	{ campaign }: CampaignRun,
	leadId: number,
	index: number,
	result: StepResult,
): void {
	const kind = campaign.flow[index]?.kind;
	if (kind) log.push({ campaignId: campaign.id, leadId, step: index + 1, kind, ...result });
}
