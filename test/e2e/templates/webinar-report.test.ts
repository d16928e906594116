import { executionError, nodeItems } from '../../host/drive/executions';
import { startMailbox } from './support/mailbox';
import { setStage, type Stage } from './support/stage';
import { LOG_TABLE, OPEN_TABLE } from './support/tables';

const TEMPLATE = 'webinar-report';
let stage: Stage;
let hook: string;

beforeAll(async () => {
	stage = await setStage({ template: TEMPLATE, seed: 231, registrants: 40 });
	await stage.publish();
	hook = await stage.hookOf('Webinar ended');
});
afterAll(async () => await stage?.close());

const deliver = async () =>
	await stage.executionOf(() => {
		const { webinarId, sessionUuid } = stage.story.main;
		return stage.sandbox.zoom.webinarEnded(webinarId, sessionUuid, hook);
	});

const results = async () =>
	(await stage.rows(LOG_TABLE)).map(({ kind, result, email }) => [kind, result, email]);

it('is tried by hand first: the files are there to look at, nothing is mailed or logged', async () => {
	const execution = await stage.start('Try it with a past webinar');
	expect(executionError(execution)).toBe('');
	const [item] = nodeItems(execution, 'Get report');
	expect(Object.keys(item.binary ?? {}).sort()).toEqual(['page', 'people']);
	expect(stage.mailbox.mails).toEqual([]);
	expect(await results()).toEqual([]);
	expect(nodeItems(execution, 'Summary')[0].json.message).toMatch(/^Preview, nothing was written/);
});

it('mails the figures, the page and the people to the host when a webinar ends', async () => {
	const execution = await deliver();
	expect(executionError(execution)).toBe('');
	const { topic, hostEmail } = stage.story.main;
	expect(stage.mailbox.mails).toHaveLength(1);
	const [{ subject, to, html, attachments }] = stage.mailbox.mails;
	expect(subject).toContain(`Webinar report: ${topic}`);
	expect([to].flat().map((one) => one?.text)).toEqual([hostEmail]);
	const [{ json }] = nodeItems(execution, 'Get report');
	const { registered, attended, noShows, panelists } = json.figures as Record<string, number>;
	expect(html).toMatch(new RegExp(`Registered</td><td align="right"><b>${registered}</b>`));
	expect(html).toMatch(new RegExp(`Attended</td><td align="right"><b>${attended}</b>`));
	expect(attachments.map(({ filename }) => filename?.replace(/^.*\./, ''))).toEqual([
		'html',
		'csv',
	]);
	const [page, people] = attachments.map(({ content }) => content.toString('utf8'));
	expect(page).toContain('<svg');
	const rows = people.trim().split(/\r?\n/).length - 1;
	expect(rows).toBeGreaterThanOrEqual(attended + noShows + panelists);
	expect(await results()).toEqual([['report', 'synced', hostEmail]]);
	expect(await stage.rows(OPEN_TABLE)).toEqual([]);
});

it('is mailed once, whatever comes again: the event, every call, the next day', async () => {
	await deliver();
	await stage.replayAll();
	stage.sandbox.advance(4 * 3_600_000);
	const execution = await stage.start('Every day');
	expect(executionError(execution)).toBe('');
	expect(stage.mailbox.mails).toHaveLength(1);
	expect(await stage.rows(LOG_TABLE)).toHaveLength(1);
});

it('is tried again when the mail server does not take it, and says so', async () => {
	const { webinarId, sessionUuid, topic } = stage.story.nobody;
	const { port } = stage.mailbox;
	await stage.mailbox.close();
	const failed = await stage.executionOf(() =>
		stage.sandbox.zoom.webinarEnded(webinarId, sessionUuid, hook),
	);
	expect(executionError(failed)).toContain('Say what could not run');
	expect(nodeItems(failed, 'Summary')[0].json.couldNotRun).toContain(
		'The mail server did not take',
	);
	expect((await stage.rows(OPEN_TABLE)).map(({ result, attempts }) => [result, attempts])).toEqual([
		['failed', 1],
	]);

	const mailbox = await startMailbox(port);
	try {
		await stage.setInAllRows(OPEN_TABLE, { retryAt: new Date().toISOString() });
		expect(executionError(await stage.start('Every hour'))).toBe('');
		expect(mailbox.mails.map(({ subject }) => subject)).toEqual([
			expect.stringContaining(topic) as string,
		]);
		expect(await stage.rows(OPEN_TABLE)).toEqual([]);
		expect((await results()).map(([, result]) => result)).toEqual(['synced', 'failed', 'synced']);
		await stage.start('Every hour');
		expect(mailbox.mails).toHaveLength(1);
	} finally {
		await mailbox.close();
	}
});
