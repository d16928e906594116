import { ParameterError } from '../../shared/node/errors';

/** Join (`/j/`), web client (`/w/`, `/wc/`), start (`/s/`) and portal (`/webinar/`) links. */
const NUMBER = /^\/(?:j|w|wc|wc\/join|s|webinar)\/(\d{9,12})(?:\/|$)/;

/**
 * What somebody typed for a webinar: from a link the webinar's number, everything else as it is.
 * @throws ParameterError for links that hold no number, with what to do instead
 */
export function webinarNumberOf(typed: unknown): unknown {
	if (typeof typed !== 'string' || !/^\s*https?:\/\//i.test(typed)) return typed;
	const path = pathOf(typed.trim());
	const number = NUMBER.exec(path)?.[1];
	if (number !== undefined) return number;
	// /webinar/register/WN_… and /webinar/register/{tracking source}/WN_…
	if (/\/register\//.test(path)) {
		throw new ParameterError(
			'A registration link does not contain the webinar ID',
			'Choose the webinar from the list, or paste its join link, e.g. https://zoom.us/j/95426371234',
		);
	}
	throw new ParameterError(
		'The link contains no webinar ID',
		'Paste the join link of the webinar, e.g. https://zoom.us/j/95426371234, or enter its ID',
	);
}

function pathOf(link: string): string {
	try {
		return new URL(link).pathname;
	} catch {
		return '';
	}
}
