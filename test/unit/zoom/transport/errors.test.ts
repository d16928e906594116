import type { Reason } from '../../../../nodes/shared/model/reasons';
import type { VendorError } from '../../../../nodes/shared/transport/vendorError';
import { isNotFound, isRegistrationOff } from '../../../../nodes/Zoom/transport/told';
import { refusal, unreachable } from '../../../../nodes/Zoom/transport/errors';

const NOW = Date.parse('2026-11-21T00:00:00Z');

function refused(status: number, code: number | undefined, message: string): VendorError {
	const headers = { 'x-zm-trackingid': 'WEB_7' };
	return refusal({ status, headers, body: { code, message } }, { kind: 'refused' });
}

/** The words of https://developers.zoom.us/docs/api/errors/ and of each endpoint's page. */
describe.each<[number, number | undefined, string, Reason, RegExp, RegExp]>([
	[
		400,
		4711,
		'Invalid access token, does not contain scopes:[webinar:read:list_registrants:admin].',
		'permissionMissing',
		/lacks a scope/,
		/Scopes page.*run again after a minute.*connect the credential again/,
	],
	[
		400,
		4700,
		'Invalid access token, does not contain scopes:[report:read:admin].',
		'permissionMissing',
		/lacks a scope/,
		/Scopes page/,
	],
	[401, 124, 'Invalid access token.', 'permissionMissing', /access token/, /client secret/],
	[400, 200, 'No permission.', 'permissionMissing', /permission/, /role/],
	[
		403,
		200,
		'This authenticated user has not permitted access to the targeted resource.',
		'permissionMissing',
		/user who connected/,
		/as the host.*server-to-server/,
	],
	[
		403,
		200,
		'Access to the Zoom REST API has been denied for this user. Contact Zoom Support for details.',
		'permissionMissing',
		/account does not let its API be used/,
		/owner of the Zoom account/,
	],
	[
		400,
		200,
		'Account does not enabled REST API.',
		'permissionMissing',
		/account does not let its API be used/,
		/Zoom Support/,
	],
	[403, 12703, 'No permission for the group', 'permissionMissing', /permission/, /role/],
	[
		400,
		200,
		'Webinar plan is missing. You must subscribe to the webinar plan and enable webinars for this user in order to perform this action.',
		'permissionMissing',
		/no webinar licence/,
		/licence to the host/,
	],
	[
		400,
		200,
		'Only available for Paid or ZMP account: abc.',
		'permissionMissing',
		/plan of the Zoom account/,
		/paid plan/,
	],
	[
		404,
		1001,
		'User does not exist: x@y.com.',
		'vendorRejected',
		/does not know this user/,
		/host/i,
	],
	[
		400,
		1001,
		'User does not exist: x@y.com.',
		'vendorRejected',
		/does not know this user/,
		/host/i,
	],
	[
		400,
		1010,
		'User does not belong to this account: abc.',
		'otherAccount',
		/another account/,
		/credential of the account/,
	],
	[
		404,
		3001,
		'Webinar does not exist: 1.',
		'webinarNotFound',
		/does not know this webinar/,
		/webinar ID/,
	],
	[
		404,
		3001,
		'Webinar ID is invalid or not end.',
		'webinarNotFound',
		/does not know/,
		/webinar ID/,
	],
	[404, 2300, 'This API endpoint is not recognized.', 'vendorRejected', /address/, /Base URL/],
	[404, undefined, '', 'vendorRejected', /address/, /Base URL/],
	[
		400,
		3000,
		'This webinar does not have registration as required: 1.',
		'registrationNotEnabled',
		/Registration is not turned on/,
		/webinar settings/,
	],
	[
		400,
		300,
		'Registration has not been enabled for this meeting: 1.',
		'registrationNotEnabled',
		/Registration is not turned on/,
		/webinar settings/,
	],
	[
		400,
		12702,
		'Can not access a webinar a year ago.',
		'webinarNotFound',
		/one year/,
		/more recent/,
	],
	[400, 300, 'Validation Failed.', 'vendorRejected', /refused the request/, /what Zoom names/],
	[
		400,
		300,
		'The next page token is invalid or expired.',
		'vendorRejected',
		/refused the request/,
		/what Zoom names/,
	],
	[
		400,
		3303,
		'You can not access uncompleted meeting.',
		'vendorRejected',
		/refused/,
		/what Zoom names/,
	],
])('%d/%s %s', (status, code, said, reason, message, repair) => {
	const error = refused(status, code, said);

	test('is explained and says what to mend', () => {
		expect(error.details.reason).toBe(reason);
		expect(error.message).toMatch(message);
		expect(error.details.repair).toMatch(repair);
	});

	test("keeps Zoom's own words, status, code and number for support", () => {
		const quoted = said || `HTTP ${status}`;
		expect(error.message).toContain(quoted);
		expect(error.details).toMatchObject({
			vendor: 'zoom',
			status,
			code: code === undefined ? '' : String(code),
			trackingId: 'WEB_7',
		});
	});
});

test('the fields that Zoom names are named', () => {
	const body = {
		code: 300,
		message: 'Validation Failed.',
		errors: [{ field: 'settings.contact_email', message: 'Invalid field.' }, 'nonsense'],
	};
	const { message } = refusal({ status: 400, headers: {}, body }, { kind: 'refused' });
	expect(message).toContain('Validation Failed. settings.contact_email: Invalid field.');
});

describe('limits and losses', () => {
	test('a daily limit says when it is over', () => {
		const body = { code: 429, message: 'You have reached the maximum daily rate limit.' };
		const { details } = refusal(
			{ status: 429, headers: {}, body },
			{ kind: 'quota', resetsAt: NOW },
		);
		expect(details).toMatchObject({
			reason: 'dailyLimit',
			retryAt: '2026-11-21T00:00:00.000Z',
			failure: { cause: 'quota-exhausted', resetsAtEpochMs: NOW },
		});
		expect(details.message).toContain('maximum daily rate limit');
	});

	test('a limit without words ends no sentence with a colon', () => {
		const { message } = refusal({ status: 429, headers: {}, body: '' }, { kind: 'quota' });
		expect(message).not.toMatch(/[:\s]$/);
	});

	test.each([503, 429])('%d is temporary', (status) => {
		const { details } = refusal({ status, headers: {}, body: '<html>' }, { kind: 'unavailable' });
		expect(details).toMatchObject({
			status,
			reason: 'temporarilyUnavailable',
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(details.message).not.toContain('html');
	});

	test('no answer at all is temporary as well', () => {
		expect(unreachable().details).toMatchObject({ status: 0, reason: 'temporarilyUnavailable' });
	});
});

describe('what operations ask', () => {
	test('not found is only what Zoom itself does not find', () => {
		expect(isNotFound(refused(404, 3001, 'Webinar does not exist: 1.'))).toBe(true);
		expect(isNotFound(refused(404, 1001, 'User does not exist: 1.'))).toBe(false);
		expect(isNotFound(refused(404, undefined, ''))).toBe(false);
		expect(isNotFound(new Error('404'))).toBe(false);
	});

	test('registration off is told from other refusals of the same code', () => {
		expect(
			isRegistrationOff(
				refused(400, 3000, 'This webinar does not have registration as required: 1.'),
			),
		).toBe(true);
		expect(isRegistrationOff(refused(400, 3000, 'Webinar occurrence does not exist.'))).toBe(false);
		expect(
			isRegistrationOff(
				refused(400, 3000, 'The Zoom REST API does not support paid registration.'),
			),
		).toBe(false);
	});
});
