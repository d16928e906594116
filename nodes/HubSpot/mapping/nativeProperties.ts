/**
 * The contact properties of HubSpot's own Zoom integration, as portals show them. They belong to
 * that app: this package neither writes into them nor makes properties of these names.
 */
export const NATIVE_PROPERTIES: readonly string[] = [
	'zoom_webinar_attendance_average_duration',
	'zoom_webinar_attendance_count',
	'zoom_webinar_joinlink',
	'zoom_webinar_registration_count',
	'initial_zoom_webinar_attendance_average_duration',
];
