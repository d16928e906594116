/**
 * Renews the token once for all requests that met the same ended one: whoever hears of it after it has
 * been renewed only sends again.
 */
export class Renewal {
	private generation = 0;
	private running: Promise<void> | undefined;

	/** Of the token that a request is sent with now. */
	current(): number {
		return this.generation;
	}

	/**
	 * @param sentWith what `current` said when the request was sent
	 * @throws whatever `renew` throws
	 */
	async after(sentWith: number, renew: () => Promise<void>): Promise<void> {
		if (sentWith !== this.generation) return;
		this.running ??= renew()
			.then(() => {
				this.generation += 1;
			})
			.finally(() => {
				this.running = undefined;
			});
		await this.running;
	}
}
