/** Puts a member into the group of its key, as the last one. */
export function addToGroup<K, T>(groups: Map<K, T[]>, key: K, member: T): void {
	const group = groups.get(key);
	if (group === undefined) groups.set(key, [member]);
	else group.push(member);
}

/** Groups by their key, in the order in which their first members came; nobody lost, none twice. */
export function groupsBy<K, T>(members: Iterable<T>, key: (member: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const member of members) addToGroup(groups, key(member), member);
	return groups;
}

/** The same for keys of several parts, which are equal when their JSON is. */
export function groupedBy<T>(members: readonly T[], key: (member: T) => unknown): T[][] {
	return [...groupsBy(members, (member) => JSON.stringify(key(member))).values()];
}
