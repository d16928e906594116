/** What makes a good request one that must be refused. Each changes something, and says what. */
import { gzipSync } from 'node:zlib';

import type { Random } from '../../story/random';
import { oddJson } from '../support/oddJson';
import { believed, headerOf, withHeader, type Door, type Incoming } from './contract';

export interface Spoiled {
	request: Incoming;
	why: string;
}

type Spoil = (request: Incoming, random: Random, door: Door) => Incoming | undefined;

const other = (letter: string) => (letter === 'b' ? 'c' : 'b');

/** Another value of the header that proves the sender; values of one name are several headers. */
const proof =
	(change: (value: string, random: Random) => unknown[]): Spoil =>
	(request, random, { proof: name }) => {
		const value = headerOf(request, name);
		const values = change(value, random);
		return values.length === 1 && values[0] === value
			? undefined
			: withHeader(request, name, ...values);
	};

/** The proof under a name that only looks like its own. */
const renamed =
	(change: (name: string) => string): Spoil =>
	(request, _random, { proof: name }) => ({
		...withHeader(request, name),
		headers: request.headers.map(([each, value]) => [
			each.toLowerCase() === name ? change(name) : each,
			value,
		]),
	});

const FORGED: Record<string, Spoil> = {
	'no proof': proof(() => []),
	'empty proof': proof(() => ['']),
	'one letter of the proof changed': proof((value, random) => {
		const at = random.int(0, value.length - 1);
		return [`${value.slice(0, at)}${other(value.charAt(at))}${value.slice(at + 1)}`];
	}),
	'proof cut off': proof((value, random) => [value.slice(0, random.int(0, value.length - 1))]),
	'proof continued': proof((value, random) => [
		value + random.pick(['0', '=', ' ', '\n', '\u0000']),
	]),
	'proof in other capitals': proof((value) => [value.toUpperCase()]),
	'proof twice': proof((value) => [value, value]),
	'a forged proof first': proof((value) => ['v0=00', value]),
	'a forged proof last': proof((value) => [value, 'x']),
	'a list of proofs': proof((value) => [`${value},${value}`]),
	'proof as a list': proof((value) => [[value]]),
	'proof as an object': proof((value) => [{ toString: () => value }]),
	'a header in the proof': proof((value) => [`x\r\nx-real: ${value}`]),
	'a very long proof': proof((value) => [value.repeat(2000)]),
	'proof with underscores in its name': renamed((name) => name.replaceAll('-', '_')),
	'proof with a blank in its name': renamed((name) => `${name} `),
	'proof under a look-alike name': renamed((name) => name.replace('x', 'х')),
	'another secret': (request, _random, door) => door.forged(request),
};

const flipped: Spoil = ({ body, ...rest }, random) => {
	const copy = Buffer.from(body);
	const at = random.int(0, copy.length - 1);
	copy[at] = (copy[at]! + random.int(1, 255)) % 256;
	return { ...rest, body: copy };
};

const withBody =
	(change: (body: Buffer, random: Random) => Buffer): Spoil =>
	(request, random) => ({ ...request, body: change(request.body, random) });

const AFTER_SIGNING: Record<string, Spoil> = {
	'one byte changed': flipped,
	'body cut off': withBody((body, random) => body.subarray(0, random.int(0, body.length - 1))),
	'a blank behind the body': withBody((body) => Buffer.concat([body, Buffer.from(' ')])),
	'a mark before the body': withBody((body) => Buffer.concat([Buffer.from('\uFEFF'), body])),
	'written anew': withBody((body) => Buffer.from(`${JSON.stringify(JSON.parse(String(body)))} `)),
	'compressed on the way': withBody((body) => gzipSync(body, { level: 1 })),
	'in UTF-16': withBody((body) => Buffer.from(String(body), 'utf16le')),
	'without a body': withBody(() => Buffer.alloc(0)),
};

const nested = (random: Random, open: string, close: string) => {
	const depth = random.pick([60, 500, 5_000]);
	return Buffer.from(`{"a":${open.repeat(depth)}1${close.repeat(depth)}}`);
};

/** Signed by the right secret, and yet nothing that can be used. */
const UNUSABLE: Record<string, (body: Buffer, random: Random) => Buffer> = {
	'cut off before it was signed': (body, random) =>
		body.subarray(0, String(body).trimEnd() === String(body) ? -1 : random.int(0, 1)),
	'nested lists': (_body, random) => nested(random, '[', ']'),
	'nested objects': (_body, random) => nested(random, '{"a":', '}'),
	'never closed': () => Buffer.from('[{"a":'.repeat(3_000)),
	'UTF-16': (body) => Buffer.from(String(body), 'utf16le'),
	'UTF-16 with a mark': (body) => Buffer.from(`\uFEFF${String(body)}`, 'utf16le'),
	'UTF-32': (body) => Buffer.from([...body].flatMap((byte) => [byte, 0, 0, 0])),
	gzip: (body) => gzipSync(body, { level: 1 }),
	'an overlong quotation mark': (body) =>
		Buffer.concat([Buffer.from([0x7b, 0xc0, 0xa2]), body.subarray(1)]),
	'a list around it': (body) => Buffer.from(`[${String(body)}]`),
	'two of them': (body) => Buffer.concat([body, body]),
	'a text': (body) => Buffer.from(JSON.stringify(String(body))),
	'nothing that JSON knows': (_body, random) =>
		Buffer.from(
			random.pick([
				'',
				' ',
				'null',
				'NaN',
				'1',
				'true',
				'{a:1}',
				"{'a':1}",
				'{"a":1,}',
				'{"a":NaN}',
			]),
		),
	'a comment': (body) => Buffer.from(`/* */${String(body)}`),
	'a form': () => Buffer.from('event=webinar.ended&email=a%40example.com'),
	XML: () => Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
	noise: (_body, random) => Buffer.from(Array.from({ length: 64 }, () => random.int(128, 255))),
};

const TIMES = [
	'',
	'NaN',
	'Infinity',
	'1e9',
	'-1',
	'0x5f',
	' ',
	'1 ',
	'1.5',
	'１７７２',
	'9'.repeat(40),
];

/** A timestamp that was signed, but is none or too far away. */
const misdated: Spoil = (request, random, { dated, clock }) => {
	if (dated === undefined || clock === undefined) return undefined;
	const beyond = clock.windowSeconds + 1 + believed.onTheWay + random.pick([0, 1, 3600, 1e6, 1e9]);
	const at = (believed.now / 1000 + random.pick([beyond, -beyond])) * clock.unit;
	return dated(request, random.chance(0.5) ? random.pick(TIMES) : String(Math.floor(at)));
};

/** Fresh by its header, but the signature is for another moment. */
const dateForged: Spoil = (request, random, { timestamp, clock }) => {
	if (clock === undefined) return undefined;
	const value = headerOf(request, timestamp);
	const others = [String(Number(value) + 1), `0${value}`, `${value}, ${value}`, [value]];
	return withHeader(request, timestamp, random.pick<unknown>(others));
};

/** A request that must be refused, made of a good one. */
export function spoiled(request: Incoming, random: Random, door: Door): Spoiled {
	for (;;) {
		const kind = random.int(0, 9);
		if (kind <= 2) {
			const why = random.pick(Object.keys(FORGED));
			const result = FORGED[why]!(request, random, door);
			if (result !== undefined) return { request: result, why };
		} else if (kind <= 4 && door.signsBody) {
			const why = random.pick(Object.keys(AFTER_SIGNING));
			const result = AFTER_SIGNING[why]!(request, random, door);
			if (result !== undefined) return { request: result, why };
		} else if (kind <= 6) {
			const result = (kind === 5 ? misdated : dateForged)(request, random, door);
			if (result !== undefined) return { request: result, why: `time ${kind}` };
		} else if (kind <= 8) {
			const why = random.pick(Object.keys(UNUSABLE));
			return { request: door.proved(request, UNUSABLE[why]!(request.body, random)), why };
		} else {
			// No extras: they could add what is missing.
			const body = Buffer.from(oddJson(door.lacking(random), random, false));
			return { request: door.proved(request, body), why: `lacking: ${String(body)}` };
		}
	}
}
