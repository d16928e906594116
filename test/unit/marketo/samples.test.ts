import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { activityOf } from '../../../nodes/Marketo/mapping/activity';
import { isRefused, rowAnswers } from '../../../nodes/Marketo/mapping/rowAnswer';
import { activityItem } from '../../../nodes/Marketo/polling/item';
import { typesOf } from '../../../nodes/Marketo/polling/types';
import { classify } from '../../../nodes/Marketo/transport/classify';
import { errorFromAnswer, vendorWords } from '../../../nodes/Marketo/transport/errors';
import { asObject, asObjects, type JsonObject } from '../../../nodes/shared/transport/json';
import { specFile } from '../../sandbox/specs';

const NOW = Date.parse('2026-11-20T10:00:00Z');
const first = specFile('marketo/samples/activities.01.query.response.json');
const folder = first === undefined ? undefined : path.dirname(first);

function sample(name: string): JsonObject {
	const file = [`${folder}/${name}`, `${folder}-constructed/${name}`].find(existsSync);
	return asObject(JSON.parse(readFileSync(file!, 'utf8')));
}

const files = (in_: string | undefined, ending: RegExp): string[] =>
	in_ === undefined ? [] : readdirSync(in_).filter((name) => ending.test(name));
const answers = files(folder, /\.response\.json$/);
const errors = files(folder && `${folder}-constructed`, /^error-\d+\.response\.json$/);
const here = folder === undefined ? describe.skip : describe;

here('Adobe’s samples', () => {
	test.each(answers.length > 0 ? answers : ['none'])('%s is read without an error', (name) => {
		const body = sample(name);
		const answer = { status: 200, headers: {}, body };
		const verdict = classify(answer, NOW);
		// Bulk jobs and some documents leave `success` out.
		if (body.success === true) expect(verdict).toEqual({ kind: 'done' });
		const rows = asObjects(body.result);
		expect(rowAnswers(rows, rows.length)).toHaveLength(rows.length);
		rows.forEach((row) => activityOf(row));
		expect(errorFromAnswer('it', 'x', answer, verdict, NOW).message).toMatch(/./);
		expect(vendorWords(body)).toEqual(expect.any(String));
	});

	test.each(errors.length > 0 ? errors : ['none'])('%s is told by its code', (name) => {
		const [, code] = /^error-(\d+)/.exec(name)!;
		const body = sample(name);
		const { kind } = classify({ status: 200, headers: {}, body }, NOW);
		const expected: Record<string, string> = {
			'601': 'tokenExpired',
			'602': 'tokenExpired',
			'603': 'refused',
			'606': 'throttled',
			'607': 'quota',
			'608': 'unavailable',
			'610': 'refused',
			'611': 'unavailable',
			'615': 'throttled',
			'702': 'done',
			'1003': 'refused',
			'1029': /quota/i.test(vendorWords(body)) ? 'quota' : 'throttled',
		};
		expect([code, kind]).toEqual([code, expected[code!]]);
	});

	test('status changes are read as they happened', () => {
		const [change] = asObjects(sample('activities-104.response.json').result);
		expect(activityItem('programStatusChanged', activityOf(change!)!, 'x')).toMatchObject({
			activityId: '783957693',
			activityDate: '2022-02-13T14:06:20Z',
			leadId: 5414087,
			programId: 1670,
			programName: 'Sample Webinar',
			oldStatus: 'Invited',
			newStatus: 'Registered',
			reason: expect.stringMatching(/^Changed by Smart Campaign/) as string,
			success: false,
			campaignId: 8497,
		});
	});

	test('activity types have numbers and names', () => {
		const rows = asObjects(sample('activities.04.get-types.response.json').result);
		const types = typesOf(rows);
		expect(types).toHaveLength(rows.length);
		expect(types.every(({ id, name }) => id > 0 && name !== '')).toBe(true);
	});

	test('custom activities that were refused say why', () => {
		const rows = asObjects(sample('activities.17.add-custom-activities.response.json').result);
		const read = rowAnswers(rows, rows.length);
		const refused = read.filter((one) => one !== undefined && isRefused(one));
		expect(refused.length).toBeGreaterThan(0);
		for (const one of refused) expect(one?.words).toMatch(/./);
	});
});
