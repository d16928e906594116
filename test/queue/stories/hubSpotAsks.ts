import type { Enrollment, WorkflowAction } from '../../sandbox/hubspot/workflows/contract';
import type { HubSpotContactState, ZoomWebinarState } from '../../sandbox/world';
import { connect } from '../../e2e/support/connect';
import { upcomingWebinar } from '../../e2e/support/upcomingWebinar';
import type { Cluster } from '../cluster/cluster';
import { type Scene, setScene } from '../cluster/scene';
import { slowRegistration } from '../cluster/slowZoom';
import { begun, givenUp, killDuring } from '../cluster/watch';

/** HubSpot's workflow holds a contact until the worker calls back. */
export function hubSpotStory(cluster: () => Cluster): void {
	describe('a HubSpot workflow asks', () => {
		let scene: Scene;
		let webinar: ZoomWebinarState;
		let action: WorkflowAction;
		let contacts: HubSpotContactState[];
		beforeAll(async () => {
			scene = await setScene(cluster(), {
				template: 'hubspot-workflow-action-add-contact-to-webinar',
				seed: 309,
				registrants: 30,
				prepare: ({ zoom }) => (webinar = upcomingWebinar(zoom)),
			});
			const ids = scene.workflow.nodes.flatMap(
				({ credentials }) => credentials?.hubSpotWebinarOAuth2Api?.id ?? [],
			);
			for (const id of new Set(ids)) await connect(cluster().n8n, id);
			await scene.publish();
			const address = await scene.hookOf('HubSpot asks', 'hubspot-definition');
			const { hubspot } = scene.sandbox;
			action = hubspot.workflows.defineAction(await (await fetch(address)).json());
			contacts = [...hubspot.contacts.values()].filter(
				({ archivedAt, email }) => archivedAt === undefined && /^[\w.]+@[\w.]+\.\w+$/.test(email),
			);
			for (const { properties } of contacts) {
				Object.assign(properties, { firstname: 'Ada', lastname: 'Lovelace' });
			}
		});
		afterAll(async () => await scene?.close());

		const enroll = (contact: HubSpotContactState): Enrollment =>
			scene.sandbox.hubspot.workflows.enroll({
				action,
				contactId: contact.id,
				inputFields: { webinarId: String(webinar.id) },
				retryDelaysMs: [],
			});
		const registered = ({ email }: HubSpotContactState) =>
			webinar.registrants.filter((one) => one.email.toLowerCase() === email.toLowerCase());

		it('offers the webinars to come: the process that was asked answers', async () => {
			const { workflows } = scene.sandbox.hubspot;
			const { complaints, options } = await workflows.options({ action, field: 'upcomingWebinar' });
			expect(complaints).toEqual([]);
			expect(options.map(({ value }) => value)).toContain(String(webinar.id));
		});

		it('and hears once what became of the contact', async () => {
			const [contact] = contacts as [HubSpotContactState];
			const enrollment = await enroll(contact).settled(60_000);
			expect(enrollment.state).toBe('succeeded');
			expect(enrollment.branch('registrationStatus')).toBe('Registered');
			const answers = scene.sandbox.books.entries.filter(({ path }) =>
				path.includes('/callbacks/'),
			);
			expect(answers).toHaveLength(1);
		});

		it('and goes on by itself when the worker was killed; the contact may come again', async () => {
			const contact = contacts[1]!;
			let lost: Enrollment | undefined;
			const zoom = slowRegistration(scene);
			const id = await begun(cluster(), scene, async () => {
				lost = enroll(contact);
				await lost.answered(60_000);
			});
			await killDuring(cluster(), id, zoom.asked);
			await givenUp(cluster(), id);
			await zoom.answered();
			expect(lost!.state).toBe('waiting');
			scene.sandbox.advance(61 * 60_000);
			expect(lost!.state).toBe('expired');
			const again = await enroll(contact).settled(60_000);
			expect(again.state).toBe('succeeded');
			expect(registered(contact)).toHaveLength(1);
		});
	});
}
