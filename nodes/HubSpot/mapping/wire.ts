/** A contact as HubSpot's batch answers show it. */
export interface ContactRecord {
	id: string;
	/** Values are text on the wire; properties that are not set are left out. */
	properties: Record<string, string>;
	/** `objectWriteTraceId`, of writes that sent one. */
	traceId: string;
}
