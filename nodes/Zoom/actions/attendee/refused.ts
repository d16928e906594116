import { ParameterError } from '../../../shared/node/errors';
import { asText, type JsonObject } from '../../../shared/transport/json';
import { VendorError } from '../../../shared/transport/vendorError';

/** The registrants of one webinar beside the rows of another would make everybody a no-show. */
export function refuseOthers(webinarId: string, report: JsonObject | undefined): void {
	const reported = asText(report?.id);
	if (reported === '' || reported === webinarId) return;
	throw new ParameterError(
		`The session belongs to the webinar ${reported}, not to ${webinarId}`,
		'Choose the webinar of this Session ID, or leave Session ID empty for the latest run',
	);
}

/** Zoom keeps participants for six months and the report longer: all of them would be no-shows. */
export function forgotten(): VendorError {
	return new VendorError({
		vendor: 'zoom',
		status: 404,
		code: '',
		message: 'Zoom no longer says who was in this session',
		repair: 'Choose a session of the last six months; Zoom keeps participants no longer',
		reason: 'webinarNotFound',
		failure: { cause: 'configuration-invalid' },
	});
}
