import { asText, type JsonObject } from '../../../../shared/transport/json';
import { unless } from '../../../../shared/transport/unless';
import { VendorError } from '../../../../shared/transport/vendorError';
import { getInstances, type SessionReportName } from '../../../transport/endpoints/sessions';
import type { FirstPage } from '../../../transport/pages';
import type { ZoomContext } from '../../../transport/request';
import { isNotFound, isScopeMissing } from '../../../transport/told';

/** One of Zoom's two places that tell who was in a session. */
export interface SessionSource {
	/** The runs that ended, oldest first; undefined when Zoom does not know the webinar any more. */
	runs(): Promise<Run[] | undefined>;
	/**
	 * What Zoom tells of a session, in the words of its webinar report; undefined = not there (yet).
	 * @param sessionId empty for the latest one
	 */
	find(sessionId: string): Promise<JsonObject | undefined>;
	/**
	 * One row per join; undefined = not there (yet).
	 * @param begun told the first page while the others are being read
	 */
	rows(sessionId: string, begun: FirstPage): Promise<JsonObject[] | undefined>;
	/** undefined where the source has no such thing. */
	answers(sessionId: string, name: SessionReportName): Promise<JsonObject[] | undefined>;
	/**
	 * Whether it lists all runs of the webinar, so that a session which it still does not know when it
	 * should is none of this webinar's. A report is just not there.
	 */
	listsRuns: boolean;
}

/** A row of `GET /past_webinars/{id}/instances`. */
export interface Run {
	uuid: string;
	/** ISO 8601 UTC as Zoom sends it. */
	start_time: string;
}

/** Reads the webinar's runs once, however often they are asked for. */
export function runsOf(context: ZoomContext, webinarId: string): () => Promise<Run[] | undefined> {
	let asked: Promise<Run[] | undefined> | undefined;
	const read = async (): Promise<Run[] | undefined> => {
		const rows = await unless(isNotFound, getInstances(context, webinarId));
		return rows
			?.map((row) => ({ uuid: asText(row.uuid), start_time: asText(row.start_time) }))
			.filter(({ uuid }) => uuid !== '')
			.sort((a, b) => Date.parse(a.start_time) - Date.parse(b.start_time));
	};
	return async () => await (asked ??= read());
}

/** A missing scope of one source is mended by a scope or by the other source. */
export async function orTheOther<T>(other: string, answer: Promise<T>): Promise<T> {
	return await answer.catch((error: unknown) => {
		if (!isScopeMissing(error)) throw error;
		const { repair, ...details } = error.details;
		throw new VendorError({ ...details, repair: `${repair}. ${other}` });
	});
}
