import { mapper } from '../../shared/node/mapperFields';
import { WEBINAR_FIELDS } from '../mapping/webinarFields';

/** The fields of a webinar that *Map Each Field* of *Connect Webinar* offers. */
export const getWebinarFields = mapper(WEBINAR_FIELDS);
