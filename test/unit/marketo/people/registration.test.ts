import fc from 'fast-check';

import { readRegistration } from '../../../../nodes/Marketo/mapping/registration';

const outcome = (parts: object) => ({
	email: 'ada@example.com',
	firstName: 'Ada',
	outcome: { destination: 'zoom', result: 'synced', reason: null, preview: false, ...parts },
});

describe('an item of Add Contact to Webinar', () => {
	it.each([
		[{ result: 'synced' }, 'registered'],
		[{ result: 'unchanged', reason: 'alreadyRegistered' }, 'registered'],
		[{ result: 'skipped', reason: 'alreadyRegistered' }, 'registered'],
		[{ result: 'synced', reason: 'pendingApproval' }, 'pending'],
		[{ result: 'failed', reason: 'registrationNotEnabled' }, 'registered'],
		[{ result: 'failed', reason: 'webinarFull' }, 'registrationError'],
		[{ result: 'failed', reason: 'a reason of tomorrow' }, 'registrationError'],
		[{ result: 'deferred', reason: 'dailyLimit', retryAt: '2026-12-01T00:00:00Z' }, 'none'],
		[{ result: 'failed', reason: 'uncertain' }, 'none'],
		[{ result: 'failed', reason: 'permissionMissing' }, 'none'],
		[{ result: 'skipped', reason: 'duplicate' }, 'none'],
		[{ result: 'synced', preview: true }, 'none'],
	])('%j is read as %s', (parts, kind) => {
		expect(readRegistration(outcome(parts)).news.kind).toBe(kind);
	});

	it('says what another system of the chain said of the person nothing', () => {
		const item = { ...outcome({ destination: 'hubspot', result: 'failed' }), status: 'approved' };
		expect(readRegistration(item).news.kind).toBe('registered');
	});

	it('of which the registrant waits is pending, whatever the outcome calls it', () => {
		const item = { ...outcome({ result: 'unchanged' }), registrant: { status: 'pending' } };
		expect(readRegistration(item).news.kind).toBe('pending');
	});

	it('is refused in its own words', () => {
		const item = outcome({ result: 'failed', reason: 'vendorRejected', message: 'Zoom said no' });
		expect(readRegistration(item).news).toMatchObject({ message: 'Zoom said no' });
	});
});

describe('any item', () => {
	it('is read without an error, and is always told something', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (json) => {
				const { news, leadId } = readRegistration(json);
				expect(news.kind === 'none' || typeof news.message === 'string').toBe(true);
				expect(leadId === null || leadId > 0).toBe(true);
			}),
		);
	});

	it('tells the general link of a webinar, and never takes a personal one for it', () => {
		const joinUrl = 'https://zoom.example/x';
		expect(readRegistration({ webinar: { joinUrl } }).generalUrl).toBe(joinUrl);
		expect(readRegistration({ joinUrl }).generalUrl).toBe(joinUrl);
		expect(readRegistration({ joinUrl, registrantId: 'r' }).generalUrl).toBe('');
	});

	it('whose link is everybody’s has no personal one', () => {
		const registrant = { status: 'approved', joinUrl: 'https://x', joinUrlIsPersonal: false };
		expect(readRegistration({ registrant }).person.joinUrl).toBe('');
	});
});
