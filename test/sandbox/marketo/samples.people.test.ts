/** Adobe's own samples of leads, members and activities: the same request gets an answer of the same shape here. */
import type { TestInstance } from './testing/instance';
import { sample } from './testing/samples';
import { present, Shapes, startSampleInstance } from './testing/shapes';
import { PROGRAM } from './testing/world';

if (!present) process.stdout.write('specs: ABSENT (samples of Marketo)\n');

const REST = '/rest/v1';
const MEMBERS = `${REST}/programs/${PROGRAM}/members`;

let instance: TestInstance;
const shapes = new Shapes();
beforeAll(async () => {
	instance = await startSampleInstance();
});
afterAll(() => instance.close());

(present ? describe : describe.skip)('the shape of answers', () => {
	it('of leads', async () => {
		const by = (values: string) =>
			instance.get(`${REST}/leads.json?filterType=email&filterValues=${values}`);
		shapes.expect('leads.01.query.response.json', await by('ada@example.com'));
		shapes.expect('leads.02.query.response.json', await by('nobody@example.com'));
		const input = [{ email: 'x@example.com' }];
		const created = await instance.post(`${REST}/leads.json`, { input, action: 'createOnly' });
		shapes.expect('leads.04.create-and-update.response.json', created);
		const again = await instance.post(`${REST}/leads.json`, {
			input: [{ email: 'y@example.com' }, ...input],
			action: 'createOnly',
		});
		shapes.expect('error-codes.02.record-level.response.json', again);
		const pushed = await instance.post(`${REST}/leads/push.json`, {
			programName: 'Webinar 1',
			input,
		});
		shapes.expect('leads.11.push-lead-to-marketo.response.json', pushed);
		const form = await instance.post(`${REST}/leads/submitForm.json`, {
			formId: 1029,
			input: [{ leadFormFields: input[0] }],
		});
		shapes.expect('leads.14.submit-form.response.json', form);
		const merged = await instance.act(`${REST}/leads/6/merge.json?leadId=7`);
		shapes.expect('leads.15.merge.response.json', merged);
		const cookie = encodeURIComponent('id:123-ABC-456&token:_mch-1');
		shapes.expect(
			'leads.16.associate-web-activity.response.json',
			await instance.act(`${REST}/leads/1/associate.json?cookie=${cookie}`),
		);
		shapes.expect(
			'leads.19.programs.response.json',
			await instance.get(`${REST}/leads/programs/${PROGRAM}.json`),
			/nextPageToken|moreResult/,
		);
		shapes.expect(
			'leads.20.programs.response.json',
			await instance.get(`${REST}/leads/1/programMembership.json`),
		);
		const gone = await instance.post(`${REST}/leads/delete.json`, { input: [{ id: 8 }] });
		shapes.expect('leads.23.delete.response.json', gone);
	});

	it('of fields', async () => {
		const path = `${REST}/leads/schema/fields`;
		shapes.expect(
			'leads.05.by-name.response.json',
			await instance.get(`${path}/email.json`),
			/isApiCreated/,
		);
		const field = { name: 'extra', displayName: 'Extra', dataType: 'string' };
		const created = await instance.post(`${path}.json`, { input: [field] });
		shapes.expect('leads.07.create-fields.response.json', created);
		const updated = await instance.post(`${path}/extra.json`, { input: [{ displayName: 'E' }] });
		shapes.expect('leads.09.update-field.response.json', updated);
		const own = `${REST}/programs/members/schema/fields`;
		const one = await instance.get(`${own}/statusName.json`);
		shapes.expect('program-members.07.by-name.response.json', one);
		shapes.expect(
			'program-members.08.browse.response.json',
			await instance.get(`${own}.json`),
			/nextPageToken|moreResult/,
		);
		const made = await instance.post(`${own}.json`, { input: [field] });
		shapes.expect('program-members.10.create-fields.response.json', made);
		const changed = await instance.post(`${own}/extra.json`, { input: [{ displayName: 'E' }] });
		shapes.expect('program-members.12.update-field.response.json', changed);
	});

	it('of program members', async () => {
		const described = await instance.get(`${REST}/programs/members/describe.json`);
		shapes.expect('program-members.01.describe.response.json', described);
		shapes.expect(
			'program-members.02.query.response.json',
			await instance.get(`${MEMBERS}.json?filterType=statusName&filterValues=Registered`),
		);
		const input = [{ leadId: 2 }, { leadId: 1 }, { leadId: 3 }];
		const status = await instance.post(`${MEMBERS}/status.json`, { statusName: 'No Show', input });
		shapes.expect('program-members.04.program-member-status.response.json', status);
		const data = await instance.post(`${MEMBERS}.json`, {
			input: [
				{ leadId: 1, registrationCode: 'r' },
				{ leadId: 99, registrationCode: 'r' },
			],
		});
		shapes.expect('program-members.06.program-member-data.response.json', data);
		const deleted = await instance.post(`${MEMBERS}/delete.json`, {
			input: [{ leadId: 3 }, { leadId: 3 }],
		});
		shapes.expect('program-members.14.delete.response.json', deleted);
	});

	it('of activities', async () => {
		const base = `${REST}/activities`;
		const since = await instance.get(`${base}/pagingtoken.json?sinceDatetime=2026-01-01T00:00:00Z`);
		const token = since.body.nextPageToken ?? '';
		instance.side.changeStatus(PROGRAM, 2, 'Attended');
		const page = (query: string) => instance.get(`${base}${query}&nextPageToken=${token}`);
		const read = await page('.json?activityTypeIds=104');
		shapes.expect('activities.01.query.response.json', read, /attributes\[\d+\]\.value/);
		await instance.post(`${REST}/leads.json`, {
			input: [{ email: 'ada@example.com', lastName: 'New' }],
		});
		const changes = await page('/leadchanges.json?fields=lastName');
		shapes.expect('activities.02.data-value-changes.response.json', changes, /value|fields: /);
		const deleted = await page('/deletedleads.json?batchSize=300');
		shapes.expect('activities.03.deleted-leads.response.json', deleted, /moreResult/);
	});

	it('of custom activities', async () => {
		const type = `${REST}/activities/external/type`;
		const request = (file: string) => sample(file);
		const created = await instance.post(
			`${type}.json`,
			request('activities.06.create-type.request.json'),
		);
		shapes.expect('activities.07.create-type.response.json', created);
		const path = `${type}/attendConference`;
		const updated = await instance.post(
			`${path}.json`,
			request('activities.08.update-type.request.json'),
		);
		shapes.expect('activities.09.update-type.response.json', updated);
		const attributes = (what: string, file: string) =>
			instance.post(`${path}/attributes/${what}.json`, request(file));
		await attributes('create', 'activities.10.create-attributes.request.json');
		await instance.act(`${path}/approve.json`);
		const listed = await instance.get(`${type}s.json`);
		shapes.expect('activities.04.get-types.response.json', listed);
		const described = await instance.get(`${path}/describe.json`);
		shapes.expect('activities.05.describe-types.response.json', described);
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
		shapes.expect('activities.17.add-custom-activities.response.json', added);
		const extra = await instance.post(`${path}/attributes/create.json`, {
			attributes: [{ apiName: 'extra', name: 'Extra', dataType: 'string', description: '' }],
		});
		shapes.expect('activities.11.create-attributes.response.json', extra);
		const changed = await attributes('update', 'activities.10.create-attributes.request.json');
		shapes.expect('activities.13.update-attributes.response.json', changed);
		await instance.post(`${path}/attributes/delete.json`, { attributes: [{ apiName: 'extra' }] });
		const gone = await attributes('delete', 'activities.14.delete-attributes.request.json');
		shapes.expect('activities.15.delete-attributes.response.json', gone);
	});

	it('is compared for every sample of a call that is played', () => {
		expect(shapes.missing(/^(leads|program-members|activities|error-codes)/)).toEqual([]);
	});
});
