/** Reading forms: however the bytes are cut into pieces, the parts are the same. */
import { readMultipart } from './multipart';

const CONTENT = Buffer.from('a\r\n--b\r\n\r\n--boundar- \r\n--boundarx\0end\r\n');
const BODY = Buffer.concat([
	Buffer.from('--boundary\r\nContent-Disposition: form-data; name="options"\r\n\r\n{"a":1}\r\n'),
	Buffer.from(
		'--boundary\r\ncontent-disposition: form-data; name="file"; filename="a b.mp4"\r\n' +
			'content-type: video/mp4\r\n\r\n',
	),
	CONTENT,
	Buffer.from('\r\n--boundary--\r\n'),
]);

async function* pieces(size: number) {
	for (let at = 0; at < BODY.length; at += size) yield BODY.subarray(at, at + size);
}

it.each([1, 2, 3, 7, 64, BODY.length])('reads pieces of %i bytes', async (size) => {
	const parts = await readMultipart(pieces(size), 'multipart/form-data; boundary="boundary"');
	expect(parts).toMatchObject([
		{ name: 'options', filename: undefined, size: 7 },
		{ name: 'file', filename: 'a b.mp4', contentType: 'video/mp4', size: CONTENT.length },
	]);
	expect(parts[0]?.content?.toString()).toBe('{"a":1}');
	expect(parts[1]?.content?.equals(CONTENT)).toBe(true);
});

it.each([
	['without a boundary', 'multipart/form-data'],
	['with another one', 'multipart/form-data; boundary=other'],
])('refuses a body %s', async (_what, contentType) => {
	await expect(readMultipart(pieces(64), contentType)).rejects.toMatchObject({ status: 400 });
});
