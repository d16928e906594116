import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { isCalledAsTool } from '../node/tool';
import { asArray, asObject, asText, isObject } from '../transport/json';
import type { Place, RememberedSession } from './memory';

/** The name below which n8n's static data of the node holds it; changing it forgets everything. */
const FIELD = 'recordings';
const VERSION = 1;
/** A webinar by expression is another place each time; those not looked at for longest are dropped. */
const MOST_PLACES = 1000;

/**
 * What *New Since: Last Run* remembers. n8n keeps it with the workflow, and only of production runs:
 * a test run reads it and leaves it where it was. It is written once, at the end of a run in which
 * every item was handled, because the output of a run that stops is lost.
 */
export class RecordingMemory {
	private readonly places: Map<string, Place>;

	private changed = false;

	constructor(private readonly context: IExecuteFunctions) {
		this.places = readPlaces(context.getWorkflowStaticData('node')[FIELD]);
	}

	/** undefined before the first run. */
	place(key: string): Place | undefined {
		return this.places.get(key);
	}

	keep(key: string, place: Place): void {
		// Last in the order, so that the first ones are those not looked at for longest.
		this.places.delete(key);
		this.places.set(key, place);
		this.changed = true;
	}

	commit(): void {
		if (!this.changed) return;
		if (this.context.getMode() === 'manual' || isCalledAsTool(this.context)) {
			this.context.addExecutionHints({
				message:
					'New Since "Last Run" was not moved: only runs of the active workflow move it, so these files come again',
				location: 'outputPane',
			});
			return;
		}
		const places = Object.fromEntries([...this.places].slice(-MOST_PLACES));
		const stored: IDataObject = { version: VERSION, places };
		this.context.getWorkflowStaticData('node')[FIELD] = stored;
	}
}

/** Static data is n8n's, and people can edit it with an import: whatever is not ours counts as empty. */
function readPlaces(stored: unknown): Map<string, Place> {
	const { version, places } = asObject(stored);
	if (version !== VERSION) return new Map();
	return new Map(
		Object.entries(asObject(places)).flatMap(([key, value]) => {
			const { lastRunAt, since, sessions } = asObject(value);
			if (Number.isNaN(Date.parse(asText(lastRunAt)))) return [];
			const place: Place = {
				lastRunAt: asText(lastRunAt),
				since: Number.isNaN(Date.parse(asText(since))) ? '' : asText(since),
				sessions: Object.fromEntries(
					Object.entries(asObject(sessions)).flatMap(([id, session]) =>
						isObject(session) ? [[id, toSession(session)]] : [],
					),
				),
			};
			return [[key, place]];
		}),
	);
}

function toSession(value: Record<string, unknown>): RememberedSession {
	const texts = (list: unknown): string[] => asArray(list).map(asText);
	return {
		webinarId: asText(value.webinarId),
		startedAt: asText(value.startedAt),
		files: texts(value.files),
		gone: texts(value.gone),
		told: texts(value.told),
		openUntil: asText(value.openUntil),
	};
}
