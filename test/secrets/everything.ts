/**
 * Every text in a value, however deep: names and values, also of properties that are not enumerable
 * (an error's message and stack), circles cut. Bytes are read as text.
 */
export function everythingIn(value: unknown): string {
	const texts: string[] = [];
	const seen = new Set<object>();
	const left: unknown[] = [value];
	while (left.length > 0) {
		const one = left.pop();
		if (typeof one === 'string') texts.push(one);
		if (typeof one !== 'object' || one === null || seen.has(one)) continue;
		seen.add(one);
		if (ArrayBuffer.isView(one)) texts.push(bytesOf(one).toString('latin1'));
		else if (one instanceof Map || one instanceof Set) left.push([...one]);
		else readProperties(one, texts, left);
	}
	return texts.join('\n');
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
	return Buffer.from(buffer, byteOffset, byteLength);
}

/** Getters are asked only where they are data: asking may do something. */
function readProperties(object: object, texts: string[], left: unknown[]): void {
	for (const key of Reflect.ownKeys(object)) {
		if (!Array.isArray(object)) texts.push(String(key));
		const property = Reflect.getOwnPropertyDescriptor(object, key);
		if (property && 'value' in property) left.push(property.value);
	}
}
