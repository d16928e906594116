import { executionError } from '../../host/drive/executions';
import { HOSTILE_TOPIC } from '../../story/hostileWords';
import { makeHostile } from '../../story/hostileWorld';
import { setStage, type Stage } from './support/stage';

let stage: Stage;

beforeAll(async () => {
	stage = await setStage({
		template: 'webinar-report',
		seed: 233,
		registrants: 40,
		prepare: (_world, _now, story) => void makeHostile(story),
	});
	await stage.publish();
});
afterAll(async () => await stage?.close());

it('mails a report in which nothing that people wrote does anything', async () => {
	const hook = await stage.hookOf('Webinar ended');
	const { webinarId, sessionUuid, hostEmail } = stage.story.main;
	const execution = await stage.executionOf(() =>
		stage.sandbox.zoom.webinarEnded(webinarId, sessionUuid, hook),
	);
	expect(executionError(execution)).toBe('');
	expect(stage.mailbox.mails).toHaveLength(1);
	const [{ subject, to, cc, bcc, html, attachments }] = stage.mailbox.mails;
	expect(subject).toContain(`Webinar report: ${HOSTILE_TOPIC}`);
	expect([to].flat().map((one) => one?.text)).toEqual([hostEmail]);
	expect([cc, bcc]).toEqual([undefined, undefined]);
	expect(String(html)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
	expect(String(html)).not.toMatch(/<(?:script|img|a)\b/i);
	const [page, people] = attachments.map(({ content }) => content.toString('utf8'));
	expect(page).not.toMatch(/<(?:script|img|a)\b/i);
	expect(page).toContain('{{ $env.HOME }}');
	// A cell that a spreadsheet would compute begins with an apostrophe.
	expect(people).toContain("'=cmd|");
	expect(people).not.toMatch(/(?:^|,)"?[=+@-]/m);
});
