/** The scopes that this package asks for; its docs explain each of them. */
const OURS: readonly string[] = [
	'crm.objects.contacts.read',
	'crm.objects.contacts.write',
	'crm.schemas.contacts.read',
	'crm.schemas.contacts.write',
	'crm.objects.marketing_events.read',
	'crm.objects.marketing_events.write',
	'settings.users.read',
	'crm.objects.owners.read',
	'files',
	'crm.extensions_calling_transcripts.read',
	'crm.extensions_calling_transcripts.write',
	'automation',
];

/**
 * How a missing scope is named. Some of HubSpot's endpoints take any of a hundred scopes, for all
 * kinds of records: then those are named that this package asks for.
 * @param scopes any one of them would do
 */
export function nameScopes(scopes: readonly string[]): string {
	const ours = scopes.filter((scope) => OURS.includes(scope));
	const named = ours.length > 0 ? ours : scopes;
	return named.length === 1 ? `the scope ${named[0]}` : `one of ${named.join(', ')}`;
}
