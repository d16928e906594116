/** Adobe's own samples of programs, campaigns, bulk jobs and usage: the same request gets an answer of the same shape here. */
import { shapeDifferences } from '../hubspot/testing/shape';
import type { TestInstance } from './testing/instance';
import { sample } from './testing/samples';
import { EMAIL_PROGRAM, NURTURE, present, Shapes, startSampleInstance } from './testing/shapes';
import { PROGRAM } from './testing/world';

if (!present) process.stdout.write('specs: ABSENT (samples of Marketo)\n');

const REST = '/rest/v1';
const ASSET = '/rest/asset/v1';
const FOLDER = '{"id":640,"type":"Folder"}';

let instance: TestInstance;
const shapes = new Shapes();
beforeAll(async () => {
	instance = await startSampleInstance();
});
afterAll(() => instance.close());

(present ? describe : describe.skip)('the shape of answers', () => {
	it('of programs, channels and tokens', async () => {
		const costs = /\.costs:|\.tags/;
		const program = (id: number) => instance.get(`${ASSET}/program/${id}.json`);
		shapes.expect('programs.01.by-id.response.json', await program(NURTURE), costs);
		const byName = `${ASSET}/program/byName.json?name=Nurture&includeTags=true&includeCosts=true`;
		shapes.expect('programs.02.by-name.response.json', await instance.get(byName), costs);
		const all = await instance.get(`${ASSET}/programs.json`);
		shapes.expect('programs.03.browse.response.json', all, costs);
		const dated = `${ASSET}/programs.json?earliestUpdatedAt=2026-01-01T00:00:00Z`;
		shapes.expect('programs.04.by-date-range.response.json', await instance.get(dated));
		const updated = await instance.form(`${ASSET}/program/${NURTURE}.json`, { description: 'D' });
		shapes.expect('programs.05.update.response.json', updated);
		const act = (what: string) => instance.act(`${ASSET}/program/${EMAIL_PROGRAM}/${what}.json`);
		shapes.expect('programs.06.approve.response.json', await act('approve'));
		shapes.expect('programs.07.unapprove.response.json', await act('unapprove'));
		shapes.expect('programs.08.delete-program.response.json', await act('delete'));
		const channels = await instance.get(`${ASSET}/channels.json`);
		shapes.expect('channels.01.browse.response.json', channels);
		const channel = await instance.get(`${ASSET}/channel/byName.json?name=Webinar`);
		shapes.expect('channels.02.by-name.response.json', channel);
		const tokens = `${ASSET}/folder/${PROGRAM}/tokens`;
		shapes.expect(
			'tokens.01.query.response.json',
			await instance.get(`${tokens}.json?folderType=Program`),
		);
		const token = { name: 'T', type: 'text', folderType: 'Program' };
		const made = await instance.form(`${tokens}.json`, { ...token, value: 'V' });
		shapes.expect('tokens.02.create-and-update.response.json', made);
		const gone = await instance.form(`${tokens}/delete.json`, token);
		shapes.expect('tokens.03.delete.response.json', gone);
	});

	it('of smart campaigns', async () => {
		const base = `${ASSET}/smartCampaign`;
		const parent = /parentProgramId/;
		const folder = /\.folder|parentProgramId/;
		const one = await instance.get(`${base}/5004.json`);
		shapes.expect('smart-campaigns.01.by-id.response.json', one, folder);
		const named = await instance.get(`${base}/byName.json?name=Status%20changed`);
		shapes.expect('smart-campaigns.02.by-name.response.json', named, parent);
		shapes.expect(
			'smart-campaigns.03.browse.response.json',
			await instance.get(`${base}s.json`),
			folder,
		);
		const made = await instance.form(`${base}s.json`, { name: 'New', folder: FOLDER });
		shapes.expect('smart-campaigns.04.create.response.json', made);
		const id = Number(made.body.result?.[0].id);
		const updated = await instance.form(`${base}/${id}.json`, { name: 'Newer' });
		shapes.expect('smart-campaigns.05.update.response.json', updated);
		const clone = await instance.form(`${base}/5003/clone.json`, { name: 'Twin', folder: FOLDER });
		shapes.expect('smart-campaigns.06.clone.response.json', clone);
		shapes.expect(
			'smart-campaigns.07.delete.response.json',
			await instance.act(`${base}/${id}/delete.json`),
		);
		const requests = `${REST}/campaigns`;
		const runAt = '2026-11-20T18:05:00+0000';
		const scheduled = await instance.post(`${requests}/5002/schedule.json`, { input: { runAt } });
		shapes.expect('smart-campaigns.09.schedule.response.json', scheduled);
		const requested = await instance.post(`${requests}/5001/trigger.json`, {
			input: { leads: [{ id: 1 }] },
		});
		shapes.expect('smart-campaigns.11.trigger.response.json', requested);
		// The samples of these two alone lack the warnings.
		const warnings = /\$\.warnings/;
		const on = await instance.act(`${base}/5003/activate.json`);
		shapes.expect('smart-campaigns.12.activate.response.json', on, warnings);
		const off = await instance.act(`${base}/5003/deactivate.json`);
		shapes.expect('smart-campaigns.13.deactivate.response.json', off, warnings);
	});

	it('of bulk jobs', async () => {
		shapes.expect(
			'bulk-program-member-extract.01.describe.response.json',
			await instance.get(`${REST}/programs/members/describe.json`),
		);
		const base = '/bulk/v1/program/members/export';
		const created = await instance.post(`${base}/create.json`, {
			format: 'CSV',
			fields: ['email'],
			filter: { programId: PROGRAM },
		});
		shapes.expect('bulk-program-member-extract.03.creating-a-job.response.json', created);
		const exportId = String(created.body.result?.[0].exportId);
		const act = (what: string) => instance.act(`${base}/${exportId}/${what}.json`);
		shapes.expect(
			'bulk-program-member-extract.04.creating-a-job.response.json',
			await act('enqueue'),
		);
		instance.advance(5_000);
		const status = await instance.get(`${base}/${exportId}/status.json`);
		shapes.expect('bulk-program-member-extract.05.polling-job-status.response.json', status);
		shapes.expect(
			'bulk-program-member-extract.06.canceling-a-job.response.json',
			await act('cancel'),
		);
		const body = new FormData();
		body.append('file', new Blob(['email\nz@example.com\n,\n']), 'people.csv');
		const path = `/bulk/v1/program/${PROGRAM}/members/import.json?format=csv&programMemberStatus=Invited`;
		const queued = await instance.send(path, { method: 'POST', body });
		shapes.expect('bulk-program-member-import.01.creating-a-job.response.json', queued);
		instance.advance(2_000);
		const id = String(queued.body.result?.[0].batchId);
		const done = await instance.get(`/bulk/v1/program/members/import/${id}/status.json`);
		shapes.expect('bulk-program-member-import.02.polling-job-status.response.json', done);
		shapes.expect('bulk-program-member-import.03.failures.response.json', done);
		shapes.expect('bulk-program-member-import.04.warnings.response.json', done);
	});

	it('of usage and errors', async () => {
		shapes.expect(
			'usage.01.daily-usage.response.json',
			await instance.get(`${REST}/stats/usage.json`),
		);
		const failed = await instance.get('/nothing');
		const differences = shapeDifferences(
			sample('error-codes.01.response-level-errors.response.json'),
			failed.body,
			{ maps: [] },
		);
		expect(differences).toEqual([]);
		shapes.expect(
			'usage.02.daily-errors.response.json',
			await instance.get(`${REST}/stats/errors.json`),
		);
	});

	it('is compared for every sample of a call that is played', () => {
		expect(shapes.missing(/^(programs|channels|tokens|smart-campaigns|bulk|usage)/)).toEqual([]);
	});
});
