/** The parts of a text's Base64 that are the same whatever stands before and after it. */
function base64Forms(bytes: Buffer): string[] {
	return [0, 1, 2].map((before) => {
		const encoded = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
		const bits = 8 * before;
		return encoded.slice(Math.ceil(bits / 6), Math.floor((bits + 8 * bytes.length) / 6));
	});
}

const HTML: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/**
 * A secret as it may be written somewhere: as it is, in an address, a form, JSON (also JSON inside of
 * JSON), HTML, hex, and Base64, there also as a part of something longer such as `id:secret`.
 */
export function formsOf(secret: string): string[] {
	const bytes = Buffer.from(secret, 'utf8');
	const inJson = JSON.stringify(secret).slice(1, -1);
	const inAddress = encodeURIComponent(secret);
	const base64 = base64Forms(bytes);
	return [
		...new Set([
			secret,
			inJson,
			JSON.stringify(inJson).slice(1, -1),
			inAddress,
			inAddress.replace(/%20/g, '+'),
			inAddress.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()),
			encodeURIComponent(inAddress),
			secret.replace(/[&<>"']/g, (sign) => HTML[sign] ?? sign),
			bytes.toString('hex'),
			...base64,
			...base64.map((text) => text.replace(/\+/g, '-').replace(/\//g, '_')),
		]),
	];
}
