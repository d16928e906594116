import { ParameterError } from '../../shared/node/errors';
import {
	asNumber,
	asObject,
	asObjects,
	asText,
	type JsonObject,
} from '../../shared/transport/json';
import { plainName } from '../mapping/activity';
import { activityTypes } from '../transport/endpoints/activities';
import { describeMembers } from '../transport/endpoints/members';
import type { MarketoClient } from '../transport/request';
import type { Settings } from './settings';

export interface ActivityType {
	id: number;
	name: string;
}

/** The activity that an event comes from: its usual number, and the name by which an instance confirms it. */
const OF_EVENT = {
	programStatusChanged: { id: 104, name: 'Change Status in Progression' },
	memberDataChanged: { id: 123, name: 'Change Program Member Data' },
} as const;

/**
 * Names of Interactive Webinar activities. Adobe publishes the names of their triggers and filters, not
 * those of the activities, so both forms are taken; "Click Link" of web pages must not be.
 */
const INTERACTIVE = [
	/^attend(s|ed)?\b.*\bevent\b/i,
	/^(has )?ask(s|ed)?\b.*\bquestions?\b/i,
	/^respon(d|ds|ded|se)\b.*\bto an? (poll|survey)\b/i,
	/^click(s|ed)? on an? link\b/i,
	/^download(s|ed)? an? asset\b/i,
	/^(has )?attended\b.*\bevent\b/i,
];

export function isInteractive({ name }: ActivityType): boolean {
	return INTERACTIVE.some((pattern) => pattern.test(name.trim()));
}

/** @returns undefined for a row without a number */
export function activityType(row: JsonObject): ActivityType | undefined {
	const id = asNumber(row.id);
	return id === undefined ? undefined : { id, name: asText(row.name) };
}

/** What of the instance's own names a trigger needs, kept for a day. */
export type Names = {
	/** Epoch milliseconds. */
	readAt: number;
	/** What they were looked up for; another choice of the user looks anew. */
	wanted: string;
	/** Activity types that are read: ID -> name. */
	types: Record<string, string>;
	/** Member fields that are asked for, by all their names without case and signs. */
	fields: string[];
};

const KEPT_MS = 24 * 3_600_000;

/** The names that n8n kept, as long as they are of use; else read from Marketo. */
export async function namesFor(
	client: MarketoClient,
	settings: Settings,
	kept: unknown,
	now: number,
): Promise<Names> {
	const wanted = JSON.stringify([settings.event, settings.typeIds, settings.memberFields]);
	const known = namesOf(kept);
	if (known !== undefined && known.wanted === wanted && now - known.readAt < KEPT_MS) return known;
	const rows = await activityTypes(client);
	const types = chosenTypes(
		settings,
		rows.flatMap((row) => activityType(row) ?? []),
	);
	const fields =
		settings.memberFields.length === 0
			? []
			: fieldNames(settings.memberFields, await describeMembers(client));
	return {
		readAt: now,
		wanted,
		types: Object.fromEntries(types.map(({ id, name }) => [String(id), name])),
		fields,
	};
}

/** @throws ParameterError when the instance has no such activities */
export function chosenTypes(
	{ event, typeIds }: Pick<Settings, 'event' | 'typeIds'>,
	all: readonly ActivityType[],
): ActivityType[] {
	if (event !== 'interactiveWebinar') {
		const usual = OF_EVENT[event];
		const named = all.find(({ name }) => plainName(name) === plainName(usual.name));
		return [named ?? usual];
	}
	if (typeIds.length > 0) {
		return typeIds.map((id) => all.find((type) => type.id === id) ?? { id, name: '' });
	}
	const found = all.filter(isInteractive);
	if (found.length > 0) return found;
	throw new ParameterError(
		'This Marketo instance has no activity types that are named like those of Interactive Webinars',
		'Choose the activities under Activity Types. They appear once Interactive Webinars are part of the subscription.',
	);
}

/** An activity names a field by its REST name or as people see it. */
function fieldNames(wanted: readonly string[], described: readonly JsonObject[]): string[] {
	const names = wanted.flatMap((name) => {
		const field = described.find((one) => asText(one.name) === name);
		return [name, asText(field?.displayName)];
	});
	return [...new Set(names.map(plainName).filter(Boolean))];
}

function namesOf(kept: unknown): Names | undefined {
	const { readAt, wanted, types, fields } = asObject(kept);
	const at = asNumber(readAt);
	const known = Object.entries(asObject(types)).map(([id, name]) => [id, asText(name)]);
	if (at === undefined || known.length === 0) return undefined;
	return {
		readAt: at,
		wanted: asText(wanted),
		types: Object.fromEntries(known) as Record<string, string>,
		fields: Array.isArray(fields) ? fields.map(asText) : [],
	};
}

/** All types of the instance, for a list of choices. */
export function typesOf(rows: readonly JsonObject[]): ActivityType[] {
	return asObjects(rows).flatMap((row) => activityType(row) ?? []);
}
