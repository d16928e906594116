import type { IExecuteFunctions } from 'n8n-workflow';

import { readAttendanceRules, type AttendanceRules } from '../../../shared/node/attendanceOptions';
import { asObject, asText } from '../../../shared/transport/json';
import { OWN_TYPE } from '../../mapping/activityType';
import { readPeopleOptions } from '../people/options';
import type { PeopleOptions } from '../people/run';

/** Of program members: which activities have been written. */
export const MARKER_FIELD = 'n8nWebinarMarker';

export interface AttendanceOptions extends PeopleOptions, AttendanceRules {
	/** What becomes of people who did not come and are not in the program. */
	absentStrangers: 'add' | 'leaveOut';
	/** The personal link and the registration's ID are written where the member has none. */
	fillWebinarUrl: boolean;
	/** null = nothing is written of what people did. */
	engagement: EngagementOptions | null;
}

export interface EngagementOptions {
	/** apiName of the custom activity type. */
	activityType: string;
	createMissingType: boolean;
	/** REST name of the member field. */
	markerField: string;
	createMissingField: boolean;
}

/** What *Sync Attendance* is set to. */
export function readAttendanceOptions(context: IExecuteFunctions): AttendanceOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	return {
		...readPeopleOptions(context),
		...readAttendanceRules(options),
		absentStrangers: options.noShowsNotMembers === 'leaveOut' ? 'leaveOut' : 'add',
		fillWebinarUrl: options.fillWebinarUrl !== false,
		engagement:
			options.engagement === 'activities'
				? {
						activityType: asText(options.activityType).trim() || OWN_TYPE,
						createMissingType: options.createMissingActivityType !== false,
						markerField: asText(options.markerField).trim() || MARKER_FIELD,
						createMissingField: options.createMissingMarkerField !== false,
					}
				: null,
	};
}
