import { randomUUID } from 'node:crypto';

/** One entry of `errors[]`, in a 207 answer or inside an error body. */
export type ErrorEntry = Record<string, unknown>;

export interface ErrorParts {
	category?: string;
	subCategory?: string;
	context?: Record<string, string[]>;
	errors?: ErrorEntry[];
}

/**
 * HubSpot's standard error body.
 * https://developers.hubspot.com/docs/api-reference/error-handling
 */
export function errorBody(message: string, parts: ErrorParts = {}): Record<string, unknown> {
	const { category, ...rest } = parts;
	return {
		status: 'error',
		message,
		correlationId: randomUUID(),
		...rest,
		...(category === undefined ? {} : { category }),
	};
}

/** Thrown by handlers; answered with its status and HubSpot's standard error body. */
export class HubSpotError extends Error {
	readonly body: Record<string, unknown>;

	constructor(
		readonly status: number,
		message: string,
		parts: ErrorParts = {},
	) {
		super(message);
		this.body = errorBody(message, parts);
	}
}

export function validationError(message: string, parts: ErrorParts = {}): HubSpotError {
	return new HubSpotError(400, message, { category: 'VALIDATION_ERROR', ...parts });
}

export function notFound(message = 'resource not found'): HubSpotError {
	return new HubSpotError(404, message, { category: 'OBJECT_NOT_FOUND' });
}

export function conflict(message: string, parts: ErrorParts = {}): HubSpotError {
	return new HubSpotError(409, message, { category: 'CONFLICT', ...parts });
}

export function invalidAuthentication(): HubSpotError {
	return new HubSpotError(
		401,
		'Authentication credentials not found. This API supports OAuth 2.0 authentication and you ' +
			'can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
		{ category: 'INVALID_AUTHENTICATION' },
	);
}

export function missingScopes(anyOf: readonly string[]): HubSpotError {
	return new HubSpotError(403, 'One or more of the following scopes are required.', {
		category: 'MISSING_SCOPES',
		context: {
			requiredGranularScopes: [...anyOf],
			links: ['https://developers.hubspot.com/scopes'],
		},
	});
}

export type RatePolicy = 'DAILY' | 'TEN_SECONDLY_ROLLING' | 'SECONDLY';

/**
 * The 429 body; it has `policyName` and `errorType` in place of a category.
 * https://developers.hubspot.com/docs/developer-tooling/platform/usage-guidelines
 */
export function rateLimitBody(policy: RatePolicy): Record<string, unknown> {
	return {
		status: 'error',
		message: `You have reached your ${policy.toLowerCase()} limit.`,
		errorType: 'RATE_LIMIT',
		correlationId: randomUUID(),
		policyName: policy,
		requestId: randomUUID(),
	};
}
