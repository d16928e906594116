/** An instance with an installed flow step and a campaign that uses it; for the tests of this folder. */
import type { MarketoInstallOptions, MarketoInvocation, MarketoStepLog } from '../../contract';
import type { MarketoFlowStep, MarketoTriggerRule, MarketoWorld } from '../../world';
import { campaign, mail, startInstance, type TestInstance } from './instance';
import { API_KEY, startService, type ServiceOptions, type TestService } from './service';

export interface FlowStepTest extends TestInstance {
	service: TestService;
	/** Runs the campaign by hand. */
	run(...leadIds: number[]): Promise<void>;
	/** The last one. */
	invocation(): MarketoInvocation;
	/** What the flow step did to people. */
	stepLog(): MarketoStepLog[];
}

export interface FlowStepOptions extends ServiceOptions {
	world?: Partial<MarketoWorld>;
	trigger?: MarketoTriggerRule;
	/** Default: the flow step, then a mail. */
	flow?: MarketoFlowStep[];
	install?: MarketoInstallOptions;
}

export function registerStep(webinar = '{{my.Webinar ID}}'): MarketoFlowStep {
	return { kind: 'flowStep', service: 'webinarRegistration', attributes: { webinar } };
}

export async function startFlowStep(options: FlowStepOptions = {}): Promise<FlowStepTest> {
	const service = await startService(options);
	const flow = options.flow ?? [registerStep(), mail('Your link: {{lead.Last Webinar Join URL}}')];
	const instance = await startInstance({
		campaigns: [campaign(options.trigger ?? { kind: 'batch' }, flow)],
		...options.world,
	});
	const { side } = instance;
	await side.installService(service.openApiUrl, API_KEY, options.install);
	return {
		...instance,
		service,
		run: (...leadIds) => side.runCampaign(5001, leadIds),
		invocation() {
			const last = side.invocations.at(-1);
			if (!last) throw new Error('Nothing was sent');
			return last;
		},
		stepLog: () => side.log.filter(({ kind }) => kind === 'flowStep'),
		async close() {
			await instance.close();
			await service.close();
		},
	};
}
