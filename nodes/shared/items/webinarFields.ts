import type { JsonObject } from '../transport/json';

/** The mapped fields in the form of a webinar, so that there is one way to read webinars. */
export function webinarFromFields(values: JsonObject): JsonObject {
	const { startTime, endTime, ...webinar } = values;
	return {
		webinar: {
			...webinar,
			webinarId: values.webinarId ?? '',
			scheduledStartTime: startTime,
			scheduledEndTime: endTime,
		},
	};
}
