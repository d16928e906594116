import { explain } from '../../../../../shared/model/reasons';
import { missingMessage } from '../../../../../shared/registrants/answers';
import { VendorError } from '../../../../../shared/transport/vendorError';
import type { EventForm } from '../../../../mapping/eventForm';
import { refusedField } from '../../../../transport/told';
import type { AdobeCandidate } from '../candidate';
import { hasAccount } from './sift';

export const NEEDS_PASSWORD = {
	message: 'The event requires a password from everybody who registers, and none is given',
	repair:
		'Turn on password bypass in the event, or fill in Password under Options and tell people theirs',
};

const HAS_ACCOUNT = {
	message:
		"The event requires a password, and the password of the person's account is not to be changed",
	repair: 'Turn on password bypass in the event, or let the person register in Adobe Connect',
};

/** What Adobe Connect refused of a registration, in the words of the event's form. */
export function meantRefusal(
	error: VendorError,
	form: EventForm,
	person: AdobeCandidate,
): VendorError {
	const { code } = error.details;
	const isMissing = code === 'invalid/missing';
	const field = refusedField(error);
	if (code === 'no-access/not-available' || code === 'no-access/sco-expired') {
		return meaning(error, { reason: 'registrationClosed', ...explain('registrationClosed') });
	}
	if (field.startsWith('password')) {
		const words = hasAccount(person) ? HAS_ACCOUNT : NEEDS_PASSWORD;
		return isMissing ? meaning(error, { reason: 'requiredQuestionMissing', ...words }) : error;
	}
	if (isMissing && field === 'first-name') {
		return meaning(error, { reason: 'missingFirstName', ...explain('missingFirstName') });
	}
	const title =
		form.questions.find(({ id }) => id === field)?.title ??
		form.requiredFields.find(({ name }) => name === field)?.title;
	if (isMissing) {
		const { repair } = explain('requiredQuestionMissing');
		const message = missingMessage([title ?? field]);
		return meaning(error, { reason: 'requiredQuestionMissing', message, repair });
	}
	if (title === undefined) return error;
	return meaning(error, {
		message: `Adobe Connect does not accept the answer to “${title}” (${code})`,
		repair: 'Use one of the answers that the registration form offers, spelled as there',
	});
}

function meaning(
	{ details }: VendorError,
	words: Partial<Pick<VendorError['details'], 'reason' | 'message' | 'repair'>>,
): VendorError {
	return new VendorError({ ...details, ...words });
}
