import fc from 'fast-check';

import {
	checkedCookie,
	cookieHeader,
	sessionCookie,
} from '../../../../nodes/AdobeConnect/transport/session/cookie';

const answer = (set: unknown) => ({ status: 200, headers: { 'set-cookie': set }, body: {} });

test.each<[unknown, string]>([
	[['BREEZESESSION=na1breez7;HttpOnly;domain=.example.com;secure;path=/'], 'na1breez7'],
	[['JSESSIONID=1', 'BREEZESESSION=na1breez7; Path=/; Secure'], 'na1breez7'],
	['BREEZESESSION=na1breez7', 'na1breez7'],
	[['breezesession=na1breez7'], 'na1breez7'],
	[['BREEZESESSION=first', 'BREEZESESSION=second'], 'second'],
	[['BREEZESESSION=kept', 'BREEZESESSION=; Max-Age=0'], 'kept'],
	[['BREEZESESSION=a+/b=='], 'a+/b=='],
	[['BREEZESESSION='], ''],
	[['XBREEZESESSION=1'], ''],
	[['BREEZESESSION=a b'], ''],
	[['BREEZESESSION=a,b'], ''],
	[['BREEZESESSION="a"'], ''],
	[[7, null, {}], ''],
	[undefined, ''],
])('of %j the session is %j', (set, session) => {
	expect(sessionCookie(answer(set))).toBe(session);
});

test('nothing in a session can end the header or add to it', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			for (const cookie of [
				checkedCookie(text),
				sessionCookie(answer([`BREEZESESSION=${text}`])),
			]) {
				expect(cookieHeader(cookie).cookie).toMatch(/^BREEZESESSION=[!-~]*$/);
				expect(cookie).not.toMatch(/[;,"\\\s]/);
			}
		}),
	);
	expect(checkedCookie('a\r\nx-evil: 1')).toBe('');
	expect(checkedCookie('na1breez7')).toBe('na1breez7');
});
