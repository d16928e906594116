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
