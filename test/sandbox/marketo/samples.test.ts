/** Adobe's own samples: the same request gets an answer of the same shape here. */
import { shapeDifferences } from '../hubspot/testing/shape';
import { startInstance, type MarketoAnswer, type TestInstance } from './testing/instance';
import { sample, samples } from './testing/samples';
import { lead, member, PROGRAM, world } from './testing/world';

const present = samples().length > 0;
if (!present) process.stdout.write('specs: ABSENT (samples of Marketo)\n');

const EMAIL_PROGRAM = 1300;
const NURTURE = 1301;

let instance: TestInstance;
let exportId = '';
const seen = new Set<string>();

beforeAll(async () => {
	const plain = world();
	const [webinar] = plain.programs;
	instance = await startInstance({
		leads: [
			lead(1, 'ada@example.com', { postalCode: '1' }),
			lead(2, 'bob@example.com', { postalCode: '2' }),
			lead(3, 'two@example.com', { postalCode: '3' }),
			lead(6, 'six@example.com'),
			lead(7, 'seven@example.com'),
			lead(8, 'eight@example.com'),
		],
		members: [member(1, 'Registered'), member(2, 'Attended'), member(6, 'Invited')],
		programs: [
			...plain.programs,
			{ ...webinar, id: EMAIL_PROGRAM, name: 'Mail', type: 'Email', tokens: {} },
			{
				...webinar,
				id: NURTURE,
				name: 'Nurture',
				type: 'Engagement',
				tags: [{ tagType: 'T', tagValue: 'V' }],
				costs: [{ startDate: '2016-01-01', cost: 200, note: 'Google Adwords' }],
			},
		],
		campaigns: [
			...plain.campaigns,
			{ ...plain.campaigns[1], id: 5004, programId: null, folderId: 327 },
		],
		forms: { 1029: 'Registration' },
	});
});
afterAll(() => instance.close());

/** The answer has the shape of the sample. Keys of `open` may be missing here or there. */
function expectShape(file: string, answer: MarketoAnswer | unknown, open: RegExp = /^$/): void {
	seen.add(file);
	const body =
		typeof answer === 'object' && answer !== null && 'body' in answer ? answer.body : answer;
	expect(body).toMatchObject({ success: true });
	const differences = shapeDifferences(sample(file), body, { maps: [] });
	expect(differences.filter((one) => !open.test(one))).toEqual([]);
}

const REST = '/rest/v1';
const ASSET = '/rest/asset/v1';
const MEMBERS = `${REST}/programs/${PROGRAM}/members`;
const FOLDER = '{"id":640,"type":"Folder"}';

(present ? describe : describe.skip)('the shape of answers', () => {
	it('of leads', async () => {
		const by = (values: string) =>
			instance.get(`${REST}/leads.json?filterType=email&filterValues=${values}`);
		expectShape('leads.01.query.response.json', await by('ada@example.com'));
		expectShape('leads.02.query.response.json', await by('nobody@example.com'));
		const input = [{ email: 'x@example.com' }];
		const created = await instance.post(`${REST}/leads.json`, { input, action: 'createOnly' });
		expectShape('leads.04.create-and-update.response.json', created);
		const again = await instance.post(`${REST}/leads.json`, {
			input: [{ email: 'y@example.com' }, ...input],
			action: 'createOnly',
		});
		expectShape('error-codes.02.record-level.response.json', again);
		const pushed = await instance.post(`${REST}/leads/push.json`, {
			programName: 'Webinar 1',
			input,
		});
		expectShape('leads.11.push-lead-to-marketo.response.json', pushed);
		const form = await instance.post(`${REST}/leads/submitForm.json`, {
			formId: 1029,
			input: [{ leadFormFields: input[0] }],
		});
		expectShape('leads.14.submit-form.response.json', form);
		const merged = await instance.act(`${REST}/leads/6/merge.json?leadId=7`);
		expectShape('leads.15.merge.response.json', merged);
		const cookie = encodeURIComponent('id:123-ABC-456&token:_mch-1');
		expectShape(
			'leads.16.associate-web-activity.response.json',
			await instance.act(`${REST}/leads/1/associate.json?cookie=${cookie}`),
		);
		expectShape(
			'leads.19.programs.response.json',
			await instance.get(`${REST}/leads/programs/${PROGRAM}.json`),
			/nextPageToken|moreResult/,
		);
		expectShape(
			'leads.20.programs.response.json',
			await instance.get(`${REST}/leads/1/programMembership.json`),
		);
		const gone = await instance.post(`${REST}/leads/delete.json`, { input: [{ id: 8 }] });
		expectShape('leads.23.delete.response.json', gone);
	});

	it('of fields', async () => {
		const path = `${REST}/leads/schema/fields`;
		expectShape(
			'leads.05.by-name.response.json',
			await instance.get(`${path}/email.json`),
			/isApiCreated/,
		);
		const field = { name: 'extra', displayName: 'Extra', dataType: 'string' };
		const created = await instance.post(`${path}.json`, { input: [field] });
		expectShape('leads.07.create-fields.response.json', created);
		const updated = await instance.post(`${path}/extra.json`, { input: [{ displayName: 'E' }] });
		expectShape('leads.09.update-field.response.json', updated);
		const own = `${REST}/programs/members/schema/fields`;
		const one = await instance.get(`${own}/statusName.json`);
		expectShape('program-members.07.by-name.response.json', one);
		expectShape(
			'program-members.08.browse.response.json',
			await instance.get(`${own}.json`),
			/nextPageToken|moreResult/,
		);
		const made = await instance.post(`${own}.json`, { input: [field] });
		expectShape('program-members.10.create-fields.response.json', made);
		const changed = await instance.post(`${own}/extra.json`, { input: [{ displayName: 'E' }] });
		expectShape('program-members.12.update-field.response.json', changed);
	});

	it('of program members', async () => {
		const described = await instance.get(`${REST}/programs/members/describe.json`);
		expectShape('program-members.01.describe.response.json', described);
		expectShape('bulk-program-member-extract.01.describe.response.json', described);
		expectShape(
			'program-members.02.query.response.json',
			await instance.get(`${MEMBERS}.json?filterType=statusName&filterValues=Registered`),
		);
		const input = [{ leadId: 2 }, { leadId: 1 }, { leadId: 3 }];
		const status = await instance.post(`${MEMBERS}/status.json`, { statusName: 'No Show', input });
		expectShape('program-members.04.program-member-status.response.json', status);
		const data = await instance.post(`${MEMBERS}.json`, {
			input: [
				{ leadId: 1, registrationCode: 'r' },
				{ leadId: 99, registrationCode: 'r' },
			],
		});
		expectShape('program-members.06.program-member-data.response.json', data);
		const deleted = await instance.post(`${MEMBERS}/delete.json`, {
			input: [{ leadId: 3 }, { leadId: 3 }],
		});
		expectShape('program-members.14.delete.response.json', deleted);
	});

	it('of programs, channels and tokens', async () => {
		const costs = /\.costs:|\.tags/;
		const program = (id: number) => instance.get(`${ASSET}/program/${id}.json`);
		expectShape('programs.01.by-id.response.json', await program(NURTURE), costs);
		const byName = `${ASSET}/program/byName.json?name=Nurture&includeTags=true&includeCosts=true`;
		expectShape('programs.02.by-name.response.json', await instance.get(byName), costs);
		const all = await instance.get(`${ASSET}/programs.json`);
		expectShape('programs.03.browse.response.json', all, costs);
		const dated = `${ASSET}/programs.json?earliestUpdatedAt=2026-01-01T00:00:00Z`;
		expectShape('programs.04.by-date-range.response.json', await instance.get(dated));
		const updated = await instance.form(`${ASSET}/program/${NURTURE}.json`, { description: 'D' });
		expectShape('programs.05.update.response.json', updated);
		const act = (what: string) => instance.act(`${ASSET}/program/${EMAIL_PROGRAM}/${what}.json`);
		expectShape('programs.06.approve.response.json', await act('approve'));
		expectShape('programs.07.unapprove.response.json', await act('unapprove'));
		expectShape('programs.08.delete-program.response.json', await act('delete'));
		const channels = await instance.get(`${ASSET}/channels.json`);
		expectShape('channels.01.browse.response.json', channels);
		const channel = await instance.get(`${ASSET}/channel/byName.json?name=Webinar`);
		expectShape('channels.02.by-name.response.json', channel);
		const tokens = `${ASSET}/folder/${PROGRAM}/tokens`;
		expectShape(
			'tokens.01.query.response.json',
			await instance.get(`${tokens}.json?folderType=Program`),
		);
		const token = { name: 'T', type: 'text', folderType: 'Program' };
		const made = await instance.form(`${tokens}.json`, { ...token, value: 'V' });
		expectShape('tokens.02.create-and-update.response.json', made);
		const gone = await instance.form(`${tokens}/delete.json`, token);
		expectShape('tokens.03.delete.response.json', gone);
	});

	it('of smart campaigns', async () => {
		const base = `${ASSET}/smartCampaign`;
		const parent = /parentProgramId/;
		const folder = /\.folder|parentProgramId/;
		const one = await instance.get(`${base}/5004.json`);
		expectShape('smart-campaigns.01.by-id.response.json', one, folder);
		const named = await instance.get(`${base}/byName.json?name=Status%20changed`);
		expectShape('smart-campaigns.02.by-name.response.json', named, parent);
		expectShape(
			'smart-campaigns.03.browse.response.json',
			await instance.get(`${base}s.json`),
			folder,
		);
		const made = await instance.form(`${base}s.json`, { name: 'New', folder: FOLDER });
		expectShape('smart-campaigns.04.create.response.json', made);
		const id = Number(made.body.result?.[0].id);
		const updated = await instance.form(`${base}/${id}.json`, { name: 'Newer' });
		expectShape('smart-campaigns.05.update.response.json', updated);
		const clone = await instance.form(`${base}/5003/clone.json`, { name: 'Twin', folder: FOLDER });
		expectShape('smart-campaigns.06.clone.response.json', clone);
		expectShape(
			'smart-campaigns.07.delete.response.json',
			await instance.act(`${base}/${id}/delete.json`),
		);
		const requests = `${REST}/campaigns`;
		const runAt = '2026-11-20T18:05:00+0000';
		const scheduled = await instance.post(`${requests}/5002/schedule.json`, { input: { runAt } });
		expectShape('smart-campaigns.09.schedule.response.json', scheduled);
		const requested = await instance.post(`${requests}/5001/trigger.json`, {
			input: { leads: [{ id: 1 }] },
		});
		expectShape('smart-campaigns.11.trigger.response.json', requested);
		// The samples of these two alone lack the warnings.
		const warnings = /\$\.warnings/;
		const on = await instance.act(`${base}/5003/activate.json`);
		expectShape('smart-campaigns.12.activate.response.json', on, warnings);
		const off = await instance.act(`${base}/5003/deactivate.json`);
		expectShape('smart-campaigns.13.deactivate.response.json', off, warnings);
	});

	it('of activities', async () => {
		const base = `${REST}/activities`;
		const since = await instance.get(`${base}/pagingtoken.json?sinceDatetime=2026-01-01T00:00:00Z`);
		const token = since.body.nextPageToken ?? '';
		instance.side.changeStatus(PROGRAM, 2, 'Attended');
		const page = (query: string) => instance.get(`${base}${query}&nextPageToken=${token}`);
		const read = await page('.json?activityTypeIds=104');
		expectShape('activities.01.query.response.json', read, /attributes\[\d+\]\.value/);
		await instance.post(`${REST}/leads.json`, {
			input: [{ email: 'ada@example.com', lastName: 'New' }],
		});
		const changes = await page('/leadchanges.json?fields=lastName');
		expectShape('activities.02.data-value-changes.response.json', changes, /value|fields: /);
		const deleted = await page('/deletedleads.json?batchSize=300');
		expectShape('activities.03.deleted-leads.response.json', deleted, /moreResult/);
	});

	it('of custom activities', async () => {
		const type = `${REST}/activities/external/type`;
		const request = (file: string) => sample(file);
		const created = await instance.post(
			`${type}.json`,
			request('activities.06.create-type.request.json'),
		);
		expectShape('activities.07.create-type.response.json', created);
		const path = `${type}/attendConference`;
		const updated = await instance.post(
			`${path}.json`,
			request('activities.08.update-type.request.json'),
		);
		expectShape('activities.09.update-type.response.json', updated);
		const attributes = (what: string, file: string) =>
			instance.post(`${path}/attributes/${what}.json`, request(file));
		await attributes('create', 'activities.10.create-attributes.request.json');
		await instance.act(`${path}/approve.json`);
		const listed = await instance.get(`${type}s.json`);
		expectShape('activities.04.get-types.response.json', listed);
		const described = await instance.get(`${path}/describe.json`);
		expectShape('activities.05.describe-types.response.json', described);
		const id = listed.body.result?.[0].id;
		const activity = (leadId: number) => ({
			leadId,
			activityDate: '2026-11-20T16:00:00Z',
			activityTypeId: id,
			primaryAttributeValue: 'C',
		});
		const added = await instance.post(`${REST}/activities/external.json`, {
			input: [activity(1), activity(99)],
		});
		expectShape('activities.17.add-custom-activities.response.json', added);
		const extra = await instance.post(`${path}/attributes/create.json`, {
			attributes: [{ apiName: 'extra', name: 'Extra', dataType: 'string', description: '' }],
		});
		expectShape('activities.11.create-attributes.response.json', extra);
		const changed = await attributes('update', 'activities.10.create-attributes.request.json');
		expectShape('activities.13.update-attributes.response.json', changed);
		await instance.post(`${path}/attributes/delete.json`, { attributes: [{ apiName: 'extra' }] });
		const gone = await attributes('delete', 'activities.14.delete-attributes.request.json');
		expectShape('activities.15.delete-attributes.response.json', gone);
	});

	it('of bulk jobs', async () => {
		const base = '/bulk/v1/program/members/export';
		const created = await instance.post(`${base}/create.json`, {
			format: 'CSV',
			fields: ['email'],
			filter: { programId: PROGRAM },
		});
		expectShape('bulk-program-member-extract.03.creating-a-job.response.json', created);
		exportId = String(created.body.result?.[0].exportId);
		const act = (what: string) => instance.act(`${base}/${exportId}/${what}.json`);
		expectShape(
			'bulk-program-member-extract.04.creating-a-job.response.json',
			await act('enqueue'),
		);
		instance.advance(5_000);
		const status = await instance.get(`${base}/${exportId}/status.json`);
		expectShape('bulk-program-member-extract.05.polling-job-status.response.json', status);
		expectShape(
			'bulk-program-member-extract.06.canceling-a-job.response.json',
			await act('cancel'),
		);
		const body = new FormData();
		body.append('file', new Blob(['email\nz@example.com\n,\n']), 'people.csv');
		const path = `/bulk/v1/program/${PROGRAM}/members/import.json?format=csv&programMemberStatus=Invited`;
		const queued = await instance.send(path, { method: 'POST', body });
		expectShape('bulk-program-member-import.01.creating-a-job.response.json', queued);
		instance.advance(2_000);
		const id = String(queued.body.result?.[0].batchId);
		const done = await instance.get(`/bulk/v1/program/members/import/${id}/status.json`);
		expectShape('bulk-program-member-import.02.polling-job-status.response.json', done);
		expectShape('bulk-program-member-import.03.failures.response.json', done);
		expectShape('bulk-program-member-import.04.warnings.response.json', done);
	});

	it('of usage and errors', async () => {
		expectShape(
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
		expectShape(
			'usage.02.daily-errors.response.json',
			await instance.get(`${REST}/stats/errors.json`),
		);
	});

	it('fits every sample of a call that is played', () => {
		const notPlayed = [
			/^bulk-activity/,
			/^authentication/,
			/^error-codes.01/,
			/^leads\.(17|18|21)/,
		];
		const missing = samples()
			.map(({ file }) => file)
			.filter((file) => file.includes('.response.') && !seen.has(file))
			.filter((file) => !notPlayed.some((one) => one.test(file)));
		expect(missing).toEqual([]);
	});
});
