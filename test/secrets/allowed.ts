/** Where a secret may be all the same, and why. Nothing else may be anywhere. */
export interface Allowed {
	/** What it is, as it was kept under. */
	secret: RegExp;
	/** What was searched. */
	where?: RegExp;
	/** What stands right before it. */
	before?: RegExp;
	/** For people. */
	why: string;
}

export const ALLOWED: readonly Allowed[] = [
	{
		secret: /^Marketo callback (?:token|key)$/,
		where: /^webhook$/,
		why: 'Marketo names the way back in its request, and the process that runs the workflow may be another one: the trigger takes it out of the items before any node sees them',
	},
	{
		secret: /^Marketo callback (?:token|key)$/,
		where: /^(?:execution$|execution_data\.data,)/,
		why: 'It stays in the context of an execution that waits or has broken down, because Marketo is answered all the same, after a restart of n8n too. No item and no expression shows it, and the token works once',
	},
	{
		secret: /^Adobe Connect session$/,
		before: /\/event\/entry\.html\?session=$/,
		why: 'The way into an event of the person who has opened their own link: n8n sends their browser there, and hides the field (sensitiveOutputFields)',
	},
];

/** Whether somebody has thought about it. */
export function isAllowed(secret: string, where: string, before: string): boolean {
	return ALLOWED.some(
		(one) =>
			one.secret.test(secret) &&
			(one.where?.test(where) ?? true) &&
			(one.before?.test(before) ?? true),
	);
}
