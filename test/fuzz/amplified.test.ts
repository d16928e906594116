import { readInvocation } from '../../nodes/Marketo/webhook/invocation';

const OWN_URL = 'https://n8n.example.com/webhook/1/submitAsyncAction';

function chunk(people: number, tokens: number) {
	const names = Array.from({ length: tokens }, (_, at): [string, string] => [`my.T${at}`, 'x']);
	return readInvocation(
		{
			token: 'FAKE-token',
			callbackUrl: 'https://callback.example.com/submit',
			myTokenContext: Object.fromEntries(names),
			objectData: Array.from({ length: people }, (_, at) => ({ objectContext: { id: at + 1 } })),
		},
		'2026-03-04T15:00:00Z',
		OWN_URL,
	);
}

test('a flow step whose people times tokens would fill the memory is refused', () => {
	expect(chunk(2000, 2000)).toBe('it is too large');
});

test('a thousand people with a hundred tokens are let in', () => {
	const read = chunk(1000, 100);
	expect(typeof read === 'string' ? read : read.people.length).toBe(1000);
});
