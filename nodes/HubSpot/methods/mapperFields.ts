import { PERSON_FIELDS } from '../../shared/items/personFields';
import { REGISTRATION_FIELDS } from '../../shared/items/registrationFields';
import { mapper } from '../../shared/node/mapperFields';
import { RECORDING_FIELDS } from '../mapping/recordingFields';
import { WEBINAR_FIELDS } from '../mapping/webinarFields';

export const getPersonFields = mapper(PERSON_FIELDS);
export const getRecordingFields = mapper(RECORDING_FIELDS);
export const getRegistrationFields = mapper(REGISTRATION_FIELDS);
export const getWebinarFields = mapper(WEBINAR_FIELDS);
