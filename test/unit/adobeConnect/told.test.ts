import { adobeError } from '../../../nodes/AdobeConnect/transport/errors';
import { loginRefused } from '../../../nodes/AdobeConnect/transport/session/refused';
import { isHidden } from '../../../nodes/AdobeConnect/transport/told';

test('a refused login does not pass for something that is not there', () => {
	const absent = { status: 200, code: 'no-data', message: '', repair: '' };
	expect(isHidden(adobeError({ ...absent, reason: 'vendorRejected' }))).toBe(true);
	for (const by of ['password', 'header'] as const) {
		const signIn =
			by === 'password'
				? { kind: by, login: 'pat@example.com', password: 'secret' }
				: { kind: by, login: 'pat@example.com', header: 'x-user-id' };
		expect(isHidden(loginRefused(signIn))).toBe(false);
	}
});
