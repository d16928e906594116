/** Groups by their key, in the order in which their first members came; nobody lost, none twice. */
export function groupsBy<K, T>(members: Iterable<T>, key: (member: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const member of members) {
		const name = key(member);
		const group = groups.get(name);
		if (group === undefined) groups.set(name, [member]);
		else group.push(member);
	}
	return groups;
}

/** The same for keys of several parts, which are equal when their JSON is. */
export function groupedBy<T>(members: readonly T[], key: (member: T) => unknown): T[][] {
	return [...groupsBy(members, (member) => JSON.stringify(key(member))).values()];
}
