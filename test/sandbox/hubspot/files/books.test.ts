/** A recording that goes through the whole sandbox: the books know its measures, not its bytes. */
import { startSandbox } from '../..';
import { makeStory } from '../../../story';

it('writes the measures of an upload into the books', async () => {
	const { world } = makeStory({ seed: 3, registrants: 10, now: '2026-11-20T17:10:00.000Z' });
	world.hubspot.scopes.push('files');
	const sandbox = await startSandbox({ world });
	try {
		const size = 70 * 1024 * 1024;
		const form = new FormData();
		form.set('file', new Blob([new Uint8Array(size)], { type: 'video/mp4' }), 'talk.mp4');
		form.set('folderPath', '/webinars');
		form.set('options', JSON.stringify({ access: 'PRIVATE' }));
		const answer = await fetch(`${sandbox.hubspotBaseUrl}/files/v3/files`, {
			method: 'POST',
			headers: { authorization: `Bearer ${world.hubspot.serviceKey}` },
			body: form,
		});
		expect(answer.status).toBe(201);
		const [entry] = sandbox.books.writes('hubspot');
		expect(entry).toMatchObject({
			path: '/files/v3/files',
			request: { fields: { folderPath: '/webinars' }, files: { file: { size } } },
		});
		expect(JSON.stringify(entry).length).toBeLessThan(2000);
		expect([...sandbox.hubspot.files.values()]).toMatchObject([{ size, content: null }]);
	} finally {
		await sandbox.close();
	}
});
