import { executionError, nodeItems } from '../../host/drive/executions';
import { MAIN_TEMPLATE, SYNC_NODE } from '../../host/job/mainJob';
import { HOSTILE_TOPIC, HOSTILE_WORDS } from '../../story/hostileWords';
import { makeHostile } from '../../story/hostileWorld';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE } from './support/tables';

let stage: Stage;
let names: Map<string, string>;

beforeAll(async () => {
	stage = await setStage({
		template: MAIN_TEMPLATE,
		seed: 216,
		registrants: 40,
		prepare: (_world, _now, story) => (names = makeHostile(story)),
	});
	await stage.publish();
});
afterAll(async () => await stage?.close());

it('whatever people call themselves, it is a name: in n8n, in its tables and in HubSpot', async () => {
	const { hubspot, zoom } = stage.sandbox;
	const before = new Set([...hubspot.contacts.values()].map(({ email }) => email));
	const hook = await stage.hookOf('Webinar ended');
	const { webinarId, sessionUuid } = stage.story.main;
	const execution = await stage.executionOf(() => zoom.webinarEnded(webinarId, sessionUuid, hook));
	expect(executionError(execution)).toBe('');

	const items = nodeItems(execution, SYNC_NODE).map(({ json }) => json);
	const known = items.filter(({ email }) => names.has(String(email)));
	expect(known.length).toBeGreaterThan(HOSTILE_WORDS.length / 2);
	for (const { email, firstName, lastName } of known) {
		const word = names.get(String(email));
		expect([firstName, lastName]).toEqual([word, word]);
	}

	const made = [...hubspot.contacts.values()].filter(({ email }) => !before.has(email));
	const named = made.filter(({ email }) => names.has(email));
	expect(named.length).toBeGreaterThan(5);
	for (const { email, properties } of named) {
		const word = names.get(email);
		expect([properties.firstname, properties.lastname]).toEqual([word, word]);
	}
	expect(hubspot.events.map(({ fields }) => fields.eventName)).toContain(HOSTILE_TOPIC);

	const rows = await stage.rows(LOG_TABLE);
	expect(rows).toHaveLength(items.length);
	expect(new Set(rows.map(({ topic }) => topic))).toEqual(new Set([HOSTILE_TOPIC]));
	const [summary] = nodeItems(execution, 'Summary');
	expect(summary!.json.message).toContain(`${HOSTILE_TOPIC}: ${items.length} people.`);
});
