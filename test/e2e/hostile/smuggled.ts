/** Requests that programs in a row read differently. None of them may start a workflow. */
import { gzipSync } from 'node:zlib';

import { rawRequest } from './socket';

export interface Smuggled {
	why: string;
	bytes: Buffer;
	/** The sender breaks off. */
	halfClose?: boolean;
}

/**
 * @param path of a door
 * @param key header that opens it for any body
 * @param body that would start the workflow
 */
export function smuggled(path: string, key: string, body: Buffer): Smuggled[] {
	const json = 'Content-Type: application/json';
	const line = `POST ${path} HTTP/1.1`;
	const host = 'Host: n8n.example.com';
	const close = 'Connection: close';
	const length = `Content-Length: ${body.length}`;
	const usual = [host, json, close];
	const chunk = (size: string) => Buffer.concat([Buffer.from(`${size}\r\n`), body]);
	const make = (why: string, headers: string[], sent = body, first = line): Smuggled => ({
		why,
		bytes: rawRequest(first, headers, sent),
	});
	const keyless = rawRequest(line, [...usual, length], body);
	return [
		make('no key', [...usual, length]),
		make('length and chunks', [...usual, key, length, 'Transfer-Encoding: chunked']),
		make('chunks that are none', [...usual, key, 'Transfer-Encoding: xchunked', length]),
		make('chunks and more', [...usual, key, 'Transfer-Encoding: chunked, identity', length]),
		make('two lengths', [...usual, key, length, `Content-Length: ${body.length - 1}`]),
		make('a negative length', [...usual, key, 'Content-Length: -1']),
		make('a length with a sign', [...usual, key, `Content-Length: +${body.length}`]),
		make('a length in hex', [...usual, key, 'Content-Length: 0xff']),
		make('a broken chunk', [...usual, key, 'Transfer-Encoding: chunked'], chunk('zz')),
		make('a vast chunk', [...usual, key, 'Transfer-Encoding: chunked'], chunk('f'.repeat(17))),
		make('a blank before the colon', [...usual, length, key.replace(':', ' :')]),
		make(
			'a folded header',
			[...usual, length, key.replace(': ', ':\r\n ')].map(String).slice(0, 4),
		),
		make('NUL in a header', [...usual, length, `${key}\u0000`]),
		make('the key behind a line feed', [...usual, length, `X-A: b\u000b${key}`]),
		make('the key twice', [...usual, length, key, key]),
		make('the key twice, once wrong', [...usual, length, key.replace(/: .*/, ': x'), key]),
		make('a list of keys', [...usual, length, `${key}, ${key.split(': ')[1]}`]),
		make(
			'the key in the query',
			[...usual, length],
			body,
			line.replace(' HTTP', `?${key.replace(': ', '=')} HTTP`),
		),
		make('the key as a cookie', [...usual, length, `Cookie: ${key.replace(': ', '=')}`]),
		make('a very long header', [...usual, length, `X-A: ${'a'.repeat(200_000)}`, key]),
		make('very many headers', [
			...usual,
			length,
			...Array.from({ length: 3000 }, (_, at) => `X-${at}: a`),
		]),
		make('another method', [...usual, key, length], body, line.replace('POST', 'PUT')),
		make('no method', [...usual, key, length], body, `P0ST! ${path} HTTP/1.1`),
		make('another version', [...usual, key, length], body, line.replace('1.1', '9.9')),
		make(
			'a path that climbs',
			[...usual, length],
			body,
			line.replace(path, `${path}/../openapi.json`),
		),
		make('a fragment', [...usual, length], body, line.replace(path, `${path}#/openapi.json`)),
		make('a coded slash', [...usual, length], body, line.replace(path, `${path}%2fopenapi.json`)),
		make(
			'an address of its own',
			[...usual, length],
			body,
			line.replace(path, `http://evil.example${path}`),
		),
		make('as a form of parts', [
			host,
			close,
			key,
			length,
			'Content-Type: multipart/form-data; boundary=x',
		]),
		make('said to be compressed', [...usual, key, length, 'Content-Encoding: gzip']),
		make(
			'said to be UTF-16',
			[
				host,
				close,
				key,
				'Content-Type: application/json; charset=utf-16',
				`Content-Length: ${body.length * 2}`,
			],
			Buffer.from(String(body), 'utf16le'),
		),
		make(
			'compressed to nothing',
			[...usual, key, 'Content-Encoding: gzip', `Content-Length: ${BOMB.length}`],
			BOMB,
		),
		make('too large', [...usual, key, `Content-Length: ${LARGE.length}`], LARGE),
		make('said to be vast', [...usual, key, 'Content-Length: 99999999999999']),
		make('nested', [...usual, key, `Content-Length: ${DEEP.length}`], DEEP),
		{
			...make('broken off', [...usual, key, `Content-Length: ${body.length + 10}`]),
			halfClose: true,
		},
		{
			why: 'a second request behind the first',
			bytes: Buffer.concat([
				rawRequest(line, [host, json, `Content-Length: ${body.length}`], body),
				keyless,
			]),
		},
		{ why: 'no HTTP', bytes: Buffer.from(`\u0016\u0003\u0001${'\u0000'.repeat(200)}\r\n\r\n`) },
	].map((one) => ('halfClose' in one ? one : { ...one, halfClose: WAITS.has(one.why) }));
}

/** What the server rightly waits for, if its sender does not break off. */
const WAITS: ReadonlySet<string> = new Set(['said to be vast', 'a vast chunk', 'a length in hex']);

/** 40 MB of blanks in 40 kB. */
const BOMB = gzipSync(Buffer.alloc(40 * 1024 * 1024, ' '));
/** n8n takes 16 MB. */
const LARGE = Buffer.alloc(17 * 1024 * 1024, ' ');
const DEEP = Buffer.from(`{"a":${'['.repeat(100_000)}1${']'.repeat(100_000)}}`);
