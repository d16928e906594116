/** A write of a vendor's table, where the table needs no more than this. */
export interface Write {
	/** What makes a second sending of the same request change nothing; empty = nothing does. */
	naturalKey: string;
	/** Whether it may be sent again when its answer was lost. */
	repeatable: boolean;
}

export function keyed(naturalKey: string): Write {
	return { naturalKey, repeatable: true };
}

/** Sent twice it would be there twice: after a lost answer it is never sent again. */
export function unkeyed(): Write {
	return { naturalKey: '', repeatable: false };
}
