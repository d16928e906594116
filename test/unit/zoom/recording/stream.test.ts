import { Readable } from 'node:stream';

import {
	FileStream,
	isReadable,
	readText,
	STALL,
} from '../../../../nodes/shared/transport/fileStream';

async function drain(stream: FileStream): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of stream.readable()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

const source = (...chunks: string[]): Readable =>
	Readable.from(
		chunks.map((text) => Buffer.from(text)),
		{ objectMode: false },
	);

test('hands on every byte and counts them', async () => {
	const stream = new FileStream(source('abc', 'def'), 6);
	expect((await drain(stream)).toString()).toBe('abcdef');
	expect([stream.bytes, stream.trouble]).toEqual([6, undefined]);
});

test.each([5, 7])('a file of 6 bytes that should have %i is cut', async (expected) => {
	const stream = new FileStream(source('abc', 'def'), expected);
	await expect(drain(stream)).rejects.toThrow();
	expect(stream.trouble).toBe('cut');
});

test('an empty file is a file', async () => {
	expect((await drain(new FileStream(source(), 0))).length).toBe(0);
});

test('without an announced length any end is the end', async () => {
	expect((await drain(new FileStream(source('x'), null))).toString()).toBe('x');
});

test('a connection that breaks is a cut', async () => {
	async function* breaking(): AsyncGenerator<Buffer> {
		yield Buffer.from('abc');
		throw new Error('aborted');
	}
	const stream = new FileStream(Readable.from(breaking(), { objectMode: false }), null);
	await expect(drain(stream)).rejects.toThrow('aborted');
	expect(stream.trouble).toBe('cut');
});

test.each(['<!DOCTYPE html><html>', '\n  <html lang="en">', '\uFEFF<!doctype HTML>'])(
	'%j is a page, and none of it is handed on',
	async (text) => {
		const stream = new FileStream(source(text), null);
		const got: unknown[] = [];
		await expect(
			(async () => {
				for await (const chunk of stream.readable()) got.push(chunk);
			})(),
		).rejects.toThrow();
		expect(stream.trouble).toBe('page');
		expect(got).toEqual([]);
	},
);

test('nothing for a while is a standstill', async () => {
	const before = STALL.afterMs;
	STALL.afterMs = 20;
	const silent = new Readable({ read() {} });
	silent.push('abc');
	const stream = new FileStream(silent, null);
	await expect(drain(stream)).rejects.toThrow('No data');
	expect(stream.trouble).toBe('stalled');
	expect(silent.destroyed).toBe(true);
	STALL.afterMs = before;
});

test('a reader that stops ends the source', async () => {
	const endless = new Readable({
		read() {
			this.push(Buffer.alloc(1024));
		},
	});
	const stream = new FileStream(endless, null);
	for await (const _ of stream.readable()) break;
	await new Promise((resolve) => setImmediate(resolve));
	expect(endless.destroyed).toBe(true);
	expect(stream.trouble).toBeUndefined();
});

test('a stream that nobody reads keeps nothing waiting and is let go', async () => {
	const unread = source('abc');
	const stream = new FileStream(unread, 3);
	stream.readable();
	stream.discard();
	await new Promise((resolve) => setImmediate(resolve));
	expect(unread.destroyed).toBe(true);
});

test('a slow reader is waited for: no more is read than is taken', async () => {
	let made = 0;
	const fast = new Readable({
		highWaterMark: 1024,
		read() {
			made += 1;
			this.push(made > 1000 ? null : Buffer.alloc(1024));
		},
	});
	let taken = 0;
	let ahead = 0;
	for await (const chunk of new FileStream(fast, 1000 * 1024).readable()) {
		taken += (chunk as Buffer).length / 1024;
		ahead = Math.max(ahead, made - taken);
		await new Promise((resolve) => setImmediate(resolve));
	}
	expect(taken).toBe(1000);
	expect(ahead).toBeLessThan(200);
});

test('of an error only so much is read', async () => {
	expect((await readText(source('abc', 'def', 'ghi'), 4)).length).toBe(6);
});

test.each([[undefined], [null], ['text'], [{}], [Buffer.from('x')]])('%p is no stream', (body) => {
	expect(isReadable(body)).toBe(false);
});
