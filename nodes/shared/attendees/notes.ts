/** What a person should know of a run, e.g. a right without which engagement stays unknown. */
export class Notes {
	private readonly told = new Set<string>();

	add(message: string): void {
		this.told.add(message);
	}

	/** Everything that was said, nothing twice. */
	get all(): string[] {
		return [...this.told];
	}
}
