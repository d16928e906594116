import { makeStory } from '../../story';
import { startSandbox } from '../index';
import { createSpecCheck } from '../specs';
import { accessToken, get, rows, twice } from './proof/call';

/** Everything that a story's world holds, read once through the API. */
describe('a generated world', () => {
	const story = makeStory({ seed: 11, registrants: 400 });

	it('is answered in full as the published specs declare', async () => {
		const sandbox = await startSandbox({ world: story.world, limits: false });
		try {
			const token = await accessToken(sandbox);
			async function all(path: string, list: string): Promise<Array<Record<string, unknown>>> {
				const found: Array<Record<string, unknown>> = [];
				let next = '';
				do {
					const page = `page_size=300&next_page_token=${next}`;
					const joint = path.includes('?') ? '&' : '?';
					const answer = await get(sandbox, token, `${path}${joint}${page}`);
					found.push(...rows(answer, list));
					next = String(answer.body.next_page_token);
				} while (next !== '');
				return found;
			}

			await all('/users', 'users');
			for (const user of story.world.zoom.users.filter((one) => one.webinarLicence)) {
				await all(`/users/${encodeURIComponent(user.email)}/webinars`, 'webinars');
			}
			for (const webinar of story.world.zoom.webinars) {
				await get(sandbox, token, `/webinars/${webinar.id}`);
				await get(sandbox, token, `/webinars/${webinar.id}/panelists`);
				await get(sandbox, token, `/past_webinars/${webinar.id}/instances`);
				if (webinar.approvalType !== 2) {
					const registrants = await all(`/webinars/${webinar.id}/registrants`, 'registrants');
					const approved = webinar.registrants.filter((row) => row.status === 'approved');
					expect(registrants).toHaveLength(approved.length);
				}
				for (const session of webinar.sessions) {
					const report = `/report/webinars/${twice(session.uuid)}`;
					const people = await all(`${report}/participants`, 'participants');
					expect(people).toHaveLength(session.participants.length);
					for (const part of ['', '/polls', '/qa', '/survey']) {
						expect((await get(sandbox, token, `${report}${part}`)).status).toBe(200);
					}
				}
			}
			const specs = createSpecCheck();
			specs.add(sandbox.books.calls('zoom'));
			process.stdout.write(`${specs.line()}\n`);
			expect(specs.report().problems).toEqual([]);
		} finally {
			await sandbox.close();
		}
	});
});
