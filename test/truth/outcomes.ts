import type { StoryPerson } from '../story/contract';
import type { Rules, SkipReason } from './contract';

/** Why somebody is left out, the first reason that applies; null = is synced. */
export function skipReason(person: StoryPerson, rules: Rules): SkipReason | null {
	if (person.email === '') return 'noEmail';
	if (!person.emailValid) return 'invalidEmail';
	if (person.crm === 'accountUser') return 'internalUser';
	if (isExcluded(person.email, rules.excludedDomains ?? [])) return 'excludedDomain';
	if (person.crm === 'secondary') return 'secondaryEmail';
	if (person.crm === 'deleted') return 'deletedContact';
	return null;
}

function isExcluded(email: string, domains: readonly string[]): boolean {
	const labels = email.slice(email.lastIndexOf('@') + 1).split('.');
	return domains.some((domain) => {
		const excluded = domain.toLowerCase().split('.');
		return labels.slice(-excluded.length).join('.') === excluded.join('.');
	});
}
