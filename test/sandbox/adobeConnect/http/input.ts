import { invalid, wrongType } from './errors';
import { readDate } from './dates';

/** Parameters of one call: names are case-sensitive, values stay in the order in which they were sent. */
export class Params {
	constructor(
		readonly values: Readonly<Record<string, string[]>>,
		private readonly zone: string,
	) {}

	/** The first value; empty ones count as absent. */
	text(name: string): string | undefined {
		const [first] = this.values[name] ?? [];
		return first === undefined || first === '' ? undefined : first;
	}

	all(name: string): string[] {
		return this.values[name] ?? [];
	}

	/** Sent, be it empty. */
	has(name: string): boolean {
		return this.values[name] !== undefined;
	}

	/** @throws AdobeError invalid/missing */
	required(name: string, type = 'string'): string {
		const value = this.text(name);
		if (value === undefined) throw invalid({ field: name, type, subcode: 'missing' });
		return value;
	}

	/** @throws AdobeError invalid/missing, or invalid/format when it is no number */
	id(name: string): string {
		return checkedId(name, this.required(name, 'id'));
	}

	optionalId(name: string): string | undefined {
		const value = this.text(name);
		return value === undefined ? undefined : checkedId(name, value);
	}

	/** @throws AdobeError internal-error for anything but digits */
	count(name: string): number | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		if (!/^\d{1,9}$/.test(value)) throw wrongType();
		return Number(value);
	}

	/** `true`, `false`, 1 and 0. @throws AdobeError internal-error */
	flag(name: string): boolean | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		if (value === 'true' || value === '1') return true;
		if (value === 'false' || value === '0') return false;
		throw wrongType();
	}

	/** ISO UTC. @throws AdobeError invalid/format */
	date(name: string): string | undefined {
		const value = this.text(name);
		if (value === undefined) return undefined;
		const date = readDate(value, this.zone);
		if (date === undefined) throw invalid({ field: name, type: 'date', subcode: 'format' });
		return date;
	}
}

function checkedId(field: string, value: string): string {
	if (/^\d{1,19}$/.test(value)) return value;
	throw invalid({ field, type: 'id', subcode: 'format' });
}
