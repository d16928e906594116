import fc from 'fast-check';

import {
	hasMoreThanNames,
	newRegistrant,
	readFields,
	registrationBody,
} from '../../../../nodes/Zoom/mapping/registration';
import {
	customFieldId,
	customTitle,
	fieldName,
	REGISTRATION_FIELDS,
} from '../../../../nodes/Zoom/mapping/registrationFields';
import {
	asksForMoreThanNames,
	missingAnswers,
	toForm,
} from '../../../../nodes/Zoom/mapping/registrationForm';
import { problemOf } from '../../../../nodes/shared/registrants/contact';
import { registrationOf } from './samples';

const FORM = toForm({
	questions: [
		{ field_name: 'last_name', required: true },
		{ field_name: 'org', required: true },
		{ field_name: 'phone', required: false },
	],
	custom_questions: [
		{ title: 'Which team?', type: 'short', required: true },
		{ title: 'Diet', type: 'single_radio', required: false, answers: ['none', 'vegan'] },
	],
});

describe('the values of the mapper', () => {
	test('are told apart; what is empty or unknown stays away', () => {
		expect(
			readFields({
				org: ' Acme ',
				phone: '',
				zip: 1234,
				city: null,
				nonsense: 'x',
				[customFieldId('Which team?')]: ['Ops', '', 'Dev'],
				[customFieldId('Newsletter')]: true,
			}),
		).toEqual({
			fields: { org: 'Acme', zip: '1234' },
			answers: { 'Which team?': 'Ops, Dev', Newsletter: 'true' },
		});
	});

	test('a number of employees outside the list is kept as it is', () => {
		expect(readFields({ no_of_employees: '251-500' }).fields).toEqual({
			no_of_employees: '251-500',
		});
	});

	test('every title survives its ID, whatever is in it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (title) => {
				const id = customFieldId(title);
				expect(customTitle(id)).toBe(title);
				expect(id).not.toMatch(/["[\]]/);
			}),
		);
	});

	test('a title that was written by hand is read as it stands', () => {
		expect(customTitle('custom:100% sure?')).toBe('100% sure?');
		expect(customTitle('org')).toBeUndefined();
	});

	test('no standard field is a custom one, and each has a name', () => {
		for (const { id, displayName } of REGISTRATION_FIELDS) {
			expect(customTitle(id)).toBeUndefined();
			expect(fieldName(id)).toBe(displayName);
		}
		expect(fieldName('shoe_size')).toBe('shoe_size');
	});
});

describe('what speaks against a registration', () => {
	test.each([
		[{ email: '' }, 'noEmail'],
		[{ email: 'ann@' }, 'invalidEmail'],
		[{ firstName: '' }, 'missingFirstName'],
		[{ lastName: '' }, null],
	])('%j: %s', (changes, reason) => {
		expect(problemOf(registrationOf(changes))).toBe(reason);
	});

	test('required questions without an answer, by the names that people see', () => {
		expect(missingAnswers(registrationOf({ lastName: '' }), FORM)).toEqual([
			'Last Name',
			'Organization',
			'Which team?',
		]);
	});

	test('an answer is found though its title was typed with other blanks and letters', () => {
		const answered = registrationOf({
			fields: { org: 'Acme' },
			answers: { ' which  TEAM?': 'Ops' },
		});
		expect(missingAnswers(answered, FORM)).toEqual([]);
		expect(registrationBody(answered, FORM).custom_questions).toEqual([
			{ title: 'Which team?', value: 'Ops' },
		]);
	});

	test('a form that asks for nothing', () => {
		expect(missingAnswers(registrationOf({ lastName: '' }), toForm({}))).toEqual([]);
	});
});

describe('a batch, which carries names only', () => {
	test.each([
		[{ fields: { org: 'Acme' } }],
		[{ answers: { Diet: 'vegan' } }],
		[{ language: 'de-DE' }],
		[{ sourceId: '55' }],
	])('would lose %j', (changes) => {
		expect(hasMoreThanNames(registrationOf(changes))).toBe(true);
	});

	test('loses nothing of a name', () => {
		expect(hasMoreThanNames(registrationOf())).toBe(false);
	});

	test('cannot answer what the form insists on', () => {
		expect(asksForMoreThanNames(FORM)).toBe(true);
		const custom = toForm({ custom_questions: [{ title: 'Diet', required: true }] });
		expect(asksForMoreThanNames(custom)).toBe(true);
		const names = toForm({ questions: [{ field_name: 'last_name', required: true }] });
		expect(asksForMoreThanNames(names)).toBe(false);
	});
});

describe('what is sent and what comes back', () => {
	test('every part of a registration is sent in Zoom’s words, and nothing empty', () => {
		const registration = registrationOf({
			fields: { org: 'Acme', job_title: 'Chef' },
			answers: { Diet: 'vegan' },
			language: 'de-DE',
			sourceId: '55',
		});
		expect(registrationBody(registration, FORM)).toEqual({
			email: 'ann@example.com',
			first_name: 'Ann',
			last_name: 'Lee',
			org: 'Acme',
			job_title: 'Chef',
			custom_questions: [{ title: 'Diet', value: 'vegan' }],
			language: 'de-DE',
			source_id: '55',
		});
		expect(registrationBody(registrationOf({ lastName: '' }), FORM)).toEqual({
			email: 'ann@example.com',
			first_name: 'Ann',
		});
	});

	test('an approved registrant has a link, a pending one has none', () => {
		const answer = { registrant_id: 'r1', join_url: 'https://zoom.us/w/1?tk=a' };
		const registration = registrationOf({ fields: { phone: '5', org: 'Acme', job_title: 'Chef' } });
		expect(newRegistrant(registration, answer, false)).toEqual({
			registrantId: 'r1',
			email: 'ann@example.com',
			firstName: 'Ann',
			lastName: 'Lee',
			phone: '5',
			company: 'Acme',
			jobTitle: 'Chef',
			status: 'approved',
			registeredAt: null,
			joinUrl: 'https://zoom.us/w/1?tk=a',
			joinUrlIsPersonal: true,
		});
		expect(newRegistrant(registrationOf(), answer, true)).toMatchObject({
			status: 'pending',
			joinUrl: '',
			joinUrlIsPersonal: false,
		});
	});
});
