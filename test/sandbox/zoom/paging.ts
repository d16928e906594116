import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { validationFailed, ZoomError } from './errors';

const TOKEN_LIFE_MS = 15 * 60 * 1000;
const DEFAULT_PAGE_SIZE = 30;
const MAX_PAGE_SIZE = 300;

export interface Page<Row> {
	rows: Row[];
	next_page_token: string;
	page_count: number;
	page_number: number;
	page_size: number;
	total_records: number;
}

export interface PageOptions {
	/** Default 300; `GET /users` takes 2000. */
	maxSize?: number;
	/** Whether the endpoint also declares the older `page_number`. */
	byNumber?: boolean;
}

export interface Pager {
	/**
	 * @param query the request's query: page_size, next_page_token, perhaps page_number
	 * @throws ZoomError 400/300 for a bad size or for a token that is unknown, older than 15 minutes or
	 *   was given out for other query parameters
	 */
	page<Row>(request: FastifyRequest, rows: Row[], options?: PageOptions): Page<Row>;
}

/** https://developers.zoom.us/docs/api/using-zoom-apis/#pagination */
export function createPager(now: () => number): Pager {
	const tokens = new Map<string, { binding: string; offset: number; expiresAt: number }>();

	function offsetOf(token: string, binding: string): number {
		const known = tokens.get(token);
		if (!known || known.binding !== binding || now() >= known.expiresAt) {
			throw new ZoomError(400, 300, 'The next page token is invalid or expired.');
		}
		return known.offset;
	}

	function tokenFor(binding: string, offset: number): string {
		const token = randomBytes(18).toString('base64url');
		tokens.set(token, { binding, offset, expiresAt: now() + TOKEN_LIFE_MS });
		return token;
	}

	return {
		page(request, rows, { maxSize = MAX_PAGE_SIZE, byNumber = false } = {}) {
			const query = new Map(Object.entries(Object(request.query)).map(([k, v]) => [k, String(v)]));
			const size = wholeNumber(query, 'page_size', DEFAULT_PAGE_SIZE, maxSize);
			const number = byNumber ? wholeNumber(query, 'page_number', 1, Infinity) : 1;
			const binding = bindingOf(request, query);
			const token = query.get('next_page_token') ?? '';
			const start = token === '' ? (number - 1) * size : offsetOf(token, binding);
			const end = start + size;
			return {
				rows: rows.slice(start, end),
				next_page_token: end < rows.length ? tokenFor(binding, end) : '',
				page_count: Math.ceil(rows.length / size),
				page_number: Math.floor(start / size) + 1,
				page_size: size,
				total_records: rows.length,
			};
		},
	};
}

function wholeNumber(
	query: Map<string, string>,
	name: string,
	fallback: number,
	max: number,
): number {
	const text = query.get(name);
	if (text === undefined || text === '') return fallback;
	const value = Number(text);
	if (!/^\d+$/.test(text) || value < 1 || value > max) throw validationFailed(name);
	return value;
}

function bindingOf(request: FastifyRequest, query: Map<string, string>): string {
	const others = [...query]
		.filter(([name]) => name !== 'next_page_token' && name !== 'page_number')
		.map(([name, value]) => `${name}=${value}`)
		.sort();
	return [(request.raw.url ?? '').split('?')[0], ...others].join('\n');
}
