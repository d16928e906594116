/** So many webinars are worked on at once. */
export const WEBINARS_AT_ONCE = 3;

/** Groups in the order in which their first members came; nobody lost, none twice. */
export function groupedBy<T>(members: readonly T[], key: (member: T) => unknown): T[][] {
	const groups = new Map<string, T[]>();
	for (const member of members) {
		const name = JSON.stringify(key(member));
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [member]);
		else group.push(member);
	}
	return [...groups.values()];
}
