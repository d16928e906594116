import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { toNodeError } from '../../shared/node/errors';
import { comingWebinars } from './comingWebinars';
import { hosts } from './hosts';
import { occurrences } from './occurrences';
import { pastWebinars } from './pastWebinars';

type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** What fills the lists of the node's locators; n8n knows them by these names. */
export const searchHosts = readable(hosts);
export const searchOccurrences = readable(occurrences);
export const searchPastWebinars = readable(pastWebinars);
export const searchWebinars = readable(comingWebinars);

/** The editor shows what to do next only of n8n's own errors. */
function readable(search: Search): Search {
	return async function (filter, paginationToken) {
		return await search.call(this, filter, paginationToken).catch((error: unknown) => {
			throw toNodeError(this.getNode(), error);
		});
	};
}
