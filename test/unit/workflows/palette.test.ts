import zlib from 'node:zlib';
import { withPalette } from '../../host/pictures/palette';

const WIDTH = 6;
const HEIGHT = 5;

/** Flat colours, as a canvas has them: each pixel one of three. */
const COLOURS = [
	[255, 255, 255],
	[0, 128, 64],
	[245, 245, 245],
];
const pixel = (x: number, y: number) => COLOURS[(x * y + x) % COLOURS.length];

/** One chunk of a PNG; nobody checks its sum. */
function chunk(type: string, data: Buffer): Buffer {
	const length = Buffer.alloc(4);
	length.writeUInt32BE(data.length);
	return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

/** A row as each of PNG's five filters writes it: the difference to a guess from its neighbours. */
function filtered(y: number, filter: number, channels: number): number[] {
	const byte = (at: number, row: number) => {
		if (at < 0 || row < 0) return 0;
		const part = at % channels;
		return part === 3 ? 255 : pixel(Math.floor(at / channels), row)[part];
	};
	return Array.from({ length: WIDTH * channels }, (_, at) => {
		const [left, up] = [byte(at - channels, y), byte(at, y - 1)];
		const corner = byte(at - channels, y - 1);
		const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
		const paeth = a <= b && a <= c ? left : b <= c ? up : corner;
		const guess = [0, left, up, Math.floor((left + up) / 2), paeth][filter];
		return (byte(at, y) - guess + 256) % 256;
	});
}

function png(channels: 3 | 4): Buffer {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(WIDTH, 0);
	header.writeUInt32BE(HEIGHT, 4);
	header.set([8, channels === 4 ? 6 : 2], 8);
	const rows = Array.from({ length: HEIGHT }, (_, y) => [y % 5, ...filtered(y, y % 5, channels)]);
	const data = zlib.deflateSync(Buffer.from(rows.flat()));
	return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', data)]);
}

/** The colours of a picture with a palette, row by row. */
function colours(picture: Buffer): number[][] {
	const parts = new Map<string, Buffer>();
	for (let at = 8; at < picture.length;) {
		const length = picture.readUInt32BE(at);
		parts.set(
			picture.toString('latin1', at + 4, at + 8),
			picture.subarray(at + 8, at + 8 + length),
		);
		at += length + 12;
	}
	const palette = parts.get('PLTE')!;
	const rows = zlib.inflateSync(parts.get('IDAT')!);
	return [...rows]
		.filter((_, at) => at % (WIDTH + 1) !== 0)
		.map((index) => [...palette.subarray(index * 3, index * 3 + 3)]);
}

it.each([3, 4] as const)('keeps every pixel of a picture with %i channels', (channels) => {
	const expected = Array.from({ length: WIDTH * HEIGHT }, (_, at) =>
		pixel(at % WIDTH, Math.floor(at / WIDTH)),
	);
	expect(colours(withPalette(png(channels)))).toEqual(expected);
});
