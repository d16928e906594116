import { readable } from '../../shared/node/listSearch';
import { comingWebinars } from './comingWebinars';
import { hosts } from './hosts';
import { occurrences } from './occurrences';
import { pastWebinars } from './pastWebinars';

/** What fills the lists of the node's locators; n8n knows them by these names. */
export const searchHosts = readable(hosts);
export const searchOccurrences = readable(occurrences);
export const searchPastWebinars = readable(pastWebinars);
export const searchWebinars = readable(comingWebinars);
