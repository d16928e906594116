import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { asObject, asText } from '../transport/json';
import { toNodeError } from './errors';

/** What fills the list of a locator. */
export type Search = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/** The editor shows what to do next only of n8n's own errors. */
export function readable(search: Search): Search {
	return async function (filter, paginationToken) {
		return await search.call(this, filter, paginationToken).catch((error: unknown) => {
			throw toNodeError(this.getNode(), error);
		});
	};
}

/** Whether an entry's name or value contains what was typed into the list's search. */
export function matches(
	{ name, value }: Pick<INodeListSearchItems, 'name' | 'value'>,
	filter: string | undefined,
): boolean {
	return `${name} ${String(value)}`.toLowerCase().includes(filter?.trim().toLowerCase() ?? '');
}

/** What stands in another locator of the panel: an ID, a link, or an expression that begins with `=`. */
export function chosenIn(context: ILoadOptionsFunctions, name: string): string {
	const parameter: unknown = context.getCurrentNodeParameter(name);
	const value = typeof parameter === 'object' ? asObject(parameter).value : parameter;
	return asText(value).trim();
}
