import { WEBINAR_URL } from '../../mapping/memberFields';
import type { Registering } from './input';

/**
 * A webinar without registration takes everybody with its general link: the one of the item, else the one
 * that the program's My Tokens hold.
 */
export function giveGeneralLinks(registering: readonly Registering[]): void {
	for (const { person, item } of registering) {
		if (item === null || person.ended !== null || !needsGeneralLink(item)) continue;
		const connection = person.part?.program.connection;
		const held = typeof connection === 'object' ? connection?.joinUrl : undefined;
		const link = item.generalUrl || held;
		if (link === undefined || link === '') {
			person.step('memberData', 'skipped', 'The general link of the webinar is not known');
			continue;
		}
		person.wish = { ...person.wish, fields: { [WEBINAR_URL]: link, ...person.wish.fields } };
	}
}

export function needsGeneralLink({ news }: NonNullable<Registering['item']>): boolean {
	return news.kind !== 'none' && news.withGeneralLink === true;
}
