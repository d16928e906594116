import { readInvocation } from '../../../../nodes/Marketo/webhook/invocation';
import { chunk, NOW, OWN_URL } from './samples';

/** Where n8n would send its answer; undefined where it refuses the request. */
function callbackOf(callbackUrl: unknown, ownUrl = OWN_URL): string | undefined {
	const invocation = readInvocation(chunk({ callbackUrl }), NOW, ownUrl);
	return typeof invocation === 'string' ? undefined : invocation.callback.url;
}

const LOCAL = 'http://127.0.0.1:5678';

describe('the callback of a flow step goes', () => {
	test.each([
		['https://sfs.marketo.example/customflowaction/submit?x=1', OWN_URL],
		['https://sfs.marketo.example:8443/c', OWN_URL],
		// A sandbox beside an n8n that nobody else reaches.
		['http://127.0.0.1:4000/c', LOCAL],
		['https://10.0.0.7/c', 'https://10.0.0.5'],
	])('to %s for an n8n at %s', (url, own) => {
		expect(callbackOf(url, own)).toBe(url);
	});
});

describe('the callback of a flow step never goes', () => {
	test.each<[unknown, string]>([
		['http://sfs.marketo.example/c', OWN_URL],
		['http://127.0.0.1:5678/rest/owner', OWN_URL],
		['https://localhost/c', OWN_URL],
		['https://[::1]/c', OWN_URL],
		['https://10.0.0.7/c', OWN_URL],
		['https://0x7f000001/c', OWN_URL],
		['https://169.254.169.254/latest/meta-data', OWN_URL],
		['https://169.254.169.254/latest/meta-data', LOCAL],
		['http://169.254.169.254/latest/meta-data', LOCAL],
		['https://metadata.google.internal/', OWN_URL],
		['https://redis:6379/', OWN_URL],
		['https://sfs.marketo.example@evil.example/c', OWN_URL],
		['https://sfs.marketo.example\\@evil.example/c', OWN_URL],
		['https://sfs.marketo.example /c', OWN_URL],
		['https:/\tsfs.marketo.example/c', OWN_URL],
		['ftp://sfs.marketo.example/c', OWN_URL],
		['file:///etc/passwd', OWN_URL],
		['gopher://127.0.0.1:6379/_', LOCAL],
		['javascript:alert(1)', OWN_URL],
		['//sfs.marketo.example/c', OWN_URL],
		['', OWN_URL],
		[['https://sfs.marketo.example/c'], OWN_URL],
		// An n8n that does not say where it is, is not on this machine.
		['http://127.0.0.1:4000/c', ''],
	])('to %j for an n8n at %s', (url, own) => {
		expect(callbackOf(url, own)).toBeUndefined();
	});
});
