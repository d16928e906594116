import { MARKETO_SECRETS } from '../../host/drive/credentials';
import { executionError } from '../../host/drive/executions';
import { recordOf, recordsOf } from '../../sandbox/marketo/outbound/json';
import type { MarketoLeadState } from '../../sandbox/marketo/world';
import { payloadTemplate } from '../../e2e/marketo/support/payloadTemplate';
import { marketoOf } from '../../e2e/marketo/support/world';
import { CAMPAIGN, connectProgram, FORM, setCampaign } from '../../e2e/support/marketoCampaign';
import { type Cast, linkOf, marketoPeople } from '../../e2e/templates/support/marketoPeople';
import type { Cluster } from '../cluster/cluster';
import { type Scene, setScene } from '../cluster/scene';
import { slowRegistration } from '../cluster/slowZoom';
import { begun, ended, givenUp, killDuring } from '../cluster/watch';
import { figures } from '../report';

const LINK = 'lastWebinarJoinURL';

/** The webhook comes to one process, the workflow runs on another, and Marketo wants one answer. */
export function marketoStory(cluster: () => Cluster): void {
	describe('Marketo asks', () => {
		let scene: Scene;
		let cast: Cast;
		afterEach(async () => await scene.close());

		/** What Marketo heard of somebody in its flow step. */
		const told = ({ id }: MarketoLeadState) =>
			scene.sandbox.marketo.invocations
				.flatMap(({ callbacks }) => callbacks.flatMap(({ body }) => recordsOf(body.objectData)))
				.filter(({ leadData }) => recordOf(leadData).id === id)
				.map(({ activityData }) => recordOf(activityData).registrationStatus);

		async function setFlowStep(seed: number): Promise<void> {
			scene = await setScene(cluster(), {
				template: 'marketo-flow-step-register',
				seed,
				registrants: 12,
				prepare: (world) => (cast = marketoPeople(world)),
			});
			await scene.publish();
			connectProgram(scene.sandbox, cast.webinar.id);
			const document = await scene.hookOf('Marketo asks', 'openapi.json');
			await scene.sandbox.marketo.installService(document, MARKETO_SECRETS.apiKey);
			const step = { service: 'registerForWebinar', attributes: { webinar: 'program' } };
			setCampaign(scene.sandbox, [{ kind: 'flowStep', ...step }]);
		}
		/** @returns the execution, and the end of the campaign, for which people may have to wait for ever */
		async function send(...people: MarketoLeadState[]) {
			const ids = people.map(({ id }) => id);
			let campaign: Promise<unknown> = Promise.resolve();
			const id = await begun(cluster(), scene, async () => {
				campaign = scene.sandbox.marketo.runCampaign(CAMPAIGN, ids);
			});
			return { id, campaign };
		}
		async function sent(...people: MarketoLeadState[]) {
			const { id, campaign } = await send(...people);
			const execution = await ended(cluster(), id);
			await campaign;
			return execution;
		}

		it('by a flow step: the worker tells everybody once', async () => {
			await setFlowStep(305);
			const [ada, grace] = cast.people as [MarketoLeadState, MarketoLeadState];
			const execution = await sent(ada, grace, cast.nameless);
			expect(executionError(execution)).toBe('');
			expect([ada, grace, cast.nameless].map(told)).toEqual([
				['registered'],
				['registered'],
				['failed'],
			]);
			expect(scene.sandbox.marketo.invocations.map(({ callbacks }) => callbacks.length)).toEqual([
				1,
			]);
		});

		it('by a flow step whose workflow breaks on the worker: everybody hears of it, once', async () => {
			await setFlowStep(306);
			const [ada] = cast.people as [MarketoLeadState];
			const broken = { match: /\/rest\/|\/oauth\/token|\/webinars\//, times: 40 };
			const fault = { kind: 'status', status: 401 } as const;
			scene.sandbox.addFault({ vendor: 'zoom', fault, ...broken });
			figures.faults += 1;
			const execution = await sent(ada);
			expect(execution.status).toBe('error');
			expect(told(ada)).toHaveLength(1);
		});

		it('by a flow step whose worker is killed: nobody is told, and a second campaign does it', async () => {
			await setFlowStep(307);
			const [ada] = cast.people as [MarketoLeadState];
			const zoom = slowRegistration(scene);
			const { id } = await send(ada);
			await killDuring(cluster(), id, zoom.asked);
			await givenUp(cluster(), id);
			await zoom.answered();
			expect(told(ada)).toEqual([]);
			expect(executionError(await sent(ada))).toBe('');
			expect(told(ada)).toEqual(['already_registered']);
			const email = String(ada.fields.email);
			expect(cast.webinar.registrants.filter((one) => one.email === email)).toHaveLength(1);
		});

		it('by Call Webhook: the process that holds the connection answers what the worker says', async () => {
			scene = await setScene(cluster(), {
				template: 'marketo-webhook-register',
				seed: 308,
				registrants: 12,
				prepare: (world) => {
					cast = marketoPeople(world);
					Object.assign(marketoOf(world).leadFields, { [LINK]: 'text' });
				},
			});
			await scene.publish();
			const { marketo } = scene.sandbox;
			connectProgram(scene.sandbox, cast.webinar.id);
			marketo.addWebhook({
				name: 'Register',
				url: await scene.hookOf('Marketo asks', 'call-webhook'),
				template: payloadTemplate(),
				headers: { 'X-Webhook-Secret': MARKETO_SECRETS.webhookSecret },
				mappings: { joinUrl: LINK },
			});
			const flow = [{ kind: 'callWebhook' as const, webhook: 'Register' }];
			setCampaign(scene.sandbox, flow, { kind: 'fillsOutForm', form: FORM });
			const [ada] = cast.people as [MarketoLeadState];
			const id = await begun(cluster(), scene, async () =>
				marketo.fillOutForm(FORM, { email: String(ada.fields.email) }),
			);
			expect(executionError(await ended(cluster(), id))).toBe('');
			expect(linkOf(cast, ada)).toBeTruthy();
			expect(marketo.leads.get(ada.id)!.fields[LINK]).toBe(linkOf(cast, ada));
		});
	});
}
