import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { statusOf } from '../../../../nodes/AdobeConnect/transport/classify';
import {
	attributeOf,
	childOf,
	childrenOf,
	flagOf,
	NOTHING,
	timeOf,
	valueOf,
	type XmlElement,
} from '../../../../nodes/AdobeConnect/xml/element';
import { specFile } from '../../../sandbox/specs';
import { read } from './reading';

/** Samples of answers, recorded ones and others made after Adobe's pages, where they are at hand. */
const folders = ['recorded', 'constructed'].flatMap(
	(name) => specFile(`adobe-connect/${name}`) ?? [],
);
const files = folders.flatMap((folder) =>
	readdirSync(folder)
		.filter((name) => name.endsWith('.xml'))
		.map((name) => path.join(folder, name)),
);
const whenPresent = files.length === 0 ? describe.skip : describe;

if (files.length === 0) test('samples of Adobe Connect: ABSENT', () => undefined);

function sample(name: string): XmlElement {
	const file = files.find((one) => path.basename(one) === `${name}.xml`);
	if (file === undefined) throw new Error(`no sample ${name}`);
	return read(readFileSync(file, 'utf8'));
}

whenPresent('the samples', () => {
	test.each(files.map((file) => path.basename(file)))('%s is read', (name) => {
		const root = sample(path.basename(name, '.xml'));
		expect(root.name).toBe('results');
		expect(statusOf(root).code).toMatch(/^[a-z-]+$/);
	});

	test('keep IDs as they are written', () => {
		const text = JSON.stringify(sample('net_sco-shortcuts'));
		expect(text).toContain('"sco-id":"838600105"');
	});

	test('one with a byte order mark and empty attributes', () => {
		const sco = childOf(sample('net_sco-info'), 'sco');
		expect(attributeOf(sco, 'disabled')).toBe('');
		expect(valueOf(sco, 'url-path')).toBe('/r7nu3n8yvqa/');
		expect(timeOf(sco, 'date-created')).toBe('2014-09-24T10:49:10.140Z');
		expect(timeOf(sco, 'date-begin')).toBeNull();
	});

	test('values of a seminar licence are elements, those of other objects attributes', () => {
		const licence = childOf(sample('sco-seminar-licenses-list-shared'), 'seminar-licenses', 'sco');
		expect(licence.attributes).toEqual({});
		expect(valueOf(licence, 'sco-id')).toBe('11029');
		expect(flagOf(licence, 'is-folder')).toBe(true);
		expect(flagOf(licence, 'is-expired')).toBe(false);
		expect(valueOf(childOf(sample('net_sco-info'), 'sco'), 'sco-id')).toBe('1640856066');
	});

	test('an empty collection and a missing one are the same', () => {
		expect(childrenOf(sample('sco-contents-empty'), 'scos', 'sco')).toEqual([]);
		expect(childrenOf(sample('net_login'), 'scos', 'sco')).toEqual([]);
		expect(childrenOf(sample('rb_folder_my_meetings_failure'), 'shortcuts', 'nothing')).toEqual([]);
	});

	test('permissions of one person come as an element of their own, those of many in a list', () => {
		const one = sample('permissions-info-one-principal');
		expect(childOf(one, 'permissions')).toBe(NOTHING);
		expect(attributeOf(childOf(one, 'permission'), 'permission-id')).toBe('view');
		const many = sample('permissions-info-filtered');
		expect(childOf(many, 'permission')).toBe(NOTHING);
		expect(childrenOf(many, 'permissions', 'principal')).toHaveLength(1);
	});

	test('a registration names the person, or does not', () => {
		const named = childOf(sample('event-register-ok-with-principal'), 'principal');
		expect(attributeOf(named, 'principal-id')).toBe('1890700');
		const silent = childOf(sample('event-register-ok'), 'principal');
		expect(attributeOf(silent, 'principal-id')).toBe('');
	});

	test('a search has one of two roots', () => {
		const found = sample('rb_folder_success');
		const roots = ['sco-search-by-field-info', 'sco-search-by-field'];
		expect(roots.flatMap((root) => childrenOf(found, root, 'sco')).length).toBeGreaterThan(0);
	});

	test.each([
		['error-invalid-user-suspended', { code: 'invalid', subcode: 'user-suspended', param: '5' }],
		['error-operation-size-error', { code: 'operation-size-error', subcode: '10000' }],
		['error-no-access-no-login', { code: 'no-access', subcode: 'no-login' }],
		[
			'error-invalid-already-registered',
			{ code: 'invalid', subcode: 'not-allowed', field: 'already-registered' },
		],
		['rb_log_in_fail', { code: 'no-data', subcode: '' }],
		['net_InternalError', { code: 'internal-error', exception: expect.stringMatching(/input/) }],
	])('%s says why', (name, why) => {
		expect(statusOf(sample(name))).toMatchObject(why);
	});
});
