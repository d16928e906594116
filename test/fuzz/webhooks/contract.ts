import type { Random } from '../../story/random';
import type { Json } from '../support/oddJson';

/** A request as it leaves the wire: nothing of it is trusted. */
export interface Incoming {
	method: string;
	/** With scheme and host, as the vendor called it. */
	url: string;
	/** In their order, as they were sent; a value is text unless a proxy made something else of it. */
	headers: ReadonlyArray<readonly [name: string, value: unknown]>;
	body: Buffer;
}

/** What is behind a request: the maker knows it without asking the product. */
export interface Made {
	request: Incoming;
	/** What must come out of it. */
	means: Json;
}

/** One address at which a vendor calls, with everything that decides about a request. */
export interface Door {
	name: string;
	/** Lower-case name of the header that proves the sender; empty = the query does. */
	proof: string;
	/** Lower-case name of the signed timestamp's header; empty = none. */
	timestamp: string;
	/** Whether the proof is a signature of the body, and not a key that fits any body. */
	signsBody: boolean;
	/** A request that the vendor could send. */
	good(random: Random): Made;
	/** The same request with another body, proved by the right secret. */
	proved(request: Incoming, body: Buffer): Incoming;
	/** The same request, proved as the vendor does but with another secret. */
	forged(request: Incoming): Incoming;
	/** The same, proved for another timestamp, whose header it bears. */
	dated?(request: Incoming, timestamp: string): Incoming;
	/** Seconds since 1970 × this is how the door writes a timestamp, and so far from now it takes one. */
	clock?: { unit: number; windowSeconds: number };
	/** Bodies without something that no request can lack, as JSON. */
	lacking(random: Random): Json;
	/** What the product makes of a request; undefined = it lets nothing in. */
	received(request: Incoming): unknown;
}

/** What every door believes: the moment, and how many seconds a request may be on its way. */
export const believed = { now: Date.UTC(2026, 2, 4, 15, 0, 0), onTheWay: 0 };

/** Headers as Node hands them on: names in lower case, values of one name joined. */
export function headersOf({ headers }: Incoming): Record<string, unknown> {
	const found: Record<string, unknown> = {};
	for (const [name, value] of headers) {
		const key = name.toLowerCase();
		const both = typeof found[key] === 'string' && typeof value === 'string';
		found[key] = both ? `${String(found[key])}, ${value}` : value;
	}
	return found;
}

/** The request with other values of one header. */
export function withHeader(request: Incoming, name: string, ...values: unknown[]): Incoming {
	const others = request.headers.filter(([other]) => other.toLowerCase() !== name);
	return { ...request, headers: [...others, ...values.map((value) => [name, value] as const)] };
}

export function headerOf(request: Incoming, name: string): string {
	return String(request.headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? '');
}
