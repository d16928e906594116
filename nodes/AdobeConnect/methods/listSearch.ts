import { readable } from '../../shared/node/listSearch';
import { occurrences } from './occurrences';
import { folders, licences, templates } from './places';
import { comingWebinars, pastWebinars } from './webinars';

/** What fills the lists of the node's locators; n8n knows them by these names. */
export const searchFolders = readable(folders);
export const searchLicences = readable(licences);
export const searchOccurrences = readable(occurrences);
export const searchPastWebinars = readable(pastWebinars);
export const searchTemplates = readable(templates);
export const searchWebinars = readable(comingWebinars);
