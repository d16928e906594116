import { IANAZone } from 'luxon';
import type { IExecuteFunctions } from 'n8n-workflow';

import { toAttendeeOptions, type AttendeeOptions } from '../attendees/options';
import { ParameterError } from '../node/errors';
import { asArray, asObject, asText } from '../transport/json';

export type FileToAttach = 'page' | 'people';

/** The fields of *Get report*, checked. */
export interface ReportOptions {
	/** As *Get attendees* has them; a report is of everybody. */
	attendees: AttendeeOptions;
	files: ReadonlySet<FileToAttach>;
	/** Whether it may be said who asked a question. */
	named: boolean;
	/** IANA name. */
	zone: string;
}

/** @throws ParameterError naming the field that cannot be used */
export function readReportOptions(context: IExecuteFunctions, itemIndex: number): ReportOptions {
	const options = asObject(context.getNodeParameter('options', itemIndex, {}));
	const files = asArray(context.getNodeParameter('filesToAttach', itemIndex, []));
	const people = ['attended', 'noShow', 'panelist', 'host'] as const;
	const viewers = options.includeOnDemand === false ? [] : (['onDemand'] as const);
	return {
		attendees: toAttendeeOptions(options, [...people, ...viewers]),
		files: new Set(FILES.filter((file) => files.includes(file))),
		named: options.namePeople !== false,
		zone: zoneOf(asText(options.timezone).trim() || context.getTimezone()),
	};
}

const FILES: readonly FileToAttach[] = ['page', 'people'];

function zoneOf(name: string): string {
	if (IANAZone.isValidZone(name)) return name;
	throw new ParameterError(
		`The time zone "${name.slice(0, 60)}" does not exist`,
		'Enter a time zone like Europe/Berlin, or leave Time Zone empty',
	);
}
