import zlib from 'node:zlib';

/** Rows of red, green and blue. */
interface Pixels {
	width: number;
	height: number;
	rgb: Buffer;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * The same picture with 256 colours at most, which is a third of the size: a canvas has few colours, and
 * hundreds of shades between them. Reads what Chromium writes: 8 bits, not interlaced.
 * https://www.w3.org/TR/png-3/
 */
export function withPalette(png: Buffer): Buffer {
	const { width, height, rgb } = decode(png);
	const { palette, indexOf } = paletteOf(rgb);
	const rows = Buffer.alloc((width + 1) * height);
	for (let y = 0; y < height; y += 1) {
		// The first byte of a row says that it is not filtered.
		for (let x = 0; x < width; x += 1) {
			rows[y * (width + 1) + 1 + x] = indexOf((y * width + x) * 3);
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(width, 0);
	header.writeUInt32BE(height, 4);
	header.set([8, 3, 0, 0, 0], 8);
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('PLTE', palette),
		chunk('IDAT', zlib.deflateSync(rows, { level: 9 })),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

/** The most frequent shades, each the mean of those that look alike, and who belongs to which. */
function paletteOf(rgb: Buffer) {
	const bucketAt = (at: number) =>
		((rgb[at] >> 3) << 10) | ((rgb[at + 1] >> 3) << 5) | (rgb[at + 2] >> 3);
	const sums = new Map<number, [count: number, red: number, green: number, blue: number]>();
	for (let at = 0; at < rgb.length; at += 3) {
		const key = bucketAt(at);
		const sum = sums.get(key) ?? [0, 0, 0, 0];
		sum[0] += 1;
		for (let part = 0; part < 3; part += 1) sum[part + 1] += rgb[at + part];
		sums.set(key, sum);
	}
	const shades = [...sums].sort(([, [one]], [, [other]]) => other - one);
	const means = shades.map(([, [count, ...parts]]) => parts.map((sum) => Math.round(sum / count)));
	const colours = means.slice(0, 256);
	const index = new Map(shades.map(([key], at) => [key, nearest(colours, means[at])]));
	return {
		palette: Buffer.from(colours.flat()),
		indexOf: (at: number) => index.get(bucketAt(at)) ?? 0,
	};
}

function nearest(colours: number[][], [red, green, blue]: number[]): number {
	let best = 0;
	let least = Infinity;
	colours.forEach(([r, g, b], index) => {
		const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
		if (distance < least) [best, least] = [index, distance];
	});
	return best;
}

function decode(png: Buffer): Pixels {
	const parts: Buffer[] = [];
	let [width, height, channels] = [0, 0, 0];
	for (let at = SIGNATURE.length; at < png.length;) {
		const length = png.readUInt32BE(at);
		const type = png.toString('latin1', at + 4, at + 8);
		const data = png.subarray(at + 8, at + 8 + length);
		if (type === 'IHDR') {
			[width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
			channels = data[9] === 6 ? 4 : 3;
		}
		if (type === 'IDAT') parts.push(data);
		at += length + 12;
	}
	const raw = unfilter(zlib.inflateSync(Buffer.concat(parts)), width * channels, channels);
	const rgb = Buffer.alloc(width * height * 3);
	for (let pixel = 0; pixel < width * height; pixel += 1) {
		raw.copy(rgb, pixel * 3, pixel * channels, pixel * channels + 3);
	}
	return { width, height, rgb };
}

/** Each row says in its first byte how its bytes follow from those to the left and above. */
function unfilter(data: Buffer, stride: number, step: number): Buffer {
	const out = Buffer.alloc((data.length / (stride + 1)) * stride);
	for (let from = 0, to = 0; to < out.length; from += stride + 1, to += stride) {
		for (let x = 0; x < stride; x += 1) {
			const left = x < step ? 0 : out[to + x - step];
			const up = to === 0 ? 0 : out[to + x - stride];
			const corner = x < step || to === 0 ? 0 : out[to + x - stride - step];
			const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][data[from]];
			out[to + x] = data[from + 1 + x] + guess;
		}
	}
	return out;
}

function paeth(left: number, up: number, corner: number): number {
	const [a, b, c] = [left, up, corner].map((value) => Math.abs(left + up - corner - value));
	if (a <= b && a <= c) return left;
	return b <= c ? up : corner;
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function crc(data: Buffer): number {
	let value = 0xffffffff;
	for (const byte of data) {
		value ^= byte;
		for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
	}
	return (value ^ 0xffffffff) >>> 0;
}
