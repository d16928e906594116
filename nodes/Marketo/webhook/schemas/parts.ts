import type { JsonObject } from '../../../shared/transport/json';

/*
 * The schemas of this folder are those of Adobe's Marketo-SSFS-Service-Provider-Interface (CFA-Swagger.yaml),
 * without their descriptions and examples; Marketo finds its own names in them.
 * https://github.com/adobe/Marketo-SSFS-Service-Provider-Interface
 * Copyright 2021 Adobe, MIT License: "Permission is hereby granted, free of charge, to any person obtaining a
 * copy of this software and associated documentation files, to deal in the Software without restriction,
 * including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
 * sell copies of the Software. The above copyright notice and this permission notice shall be included in all
 * copies or substantial portions of the Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND."
 */

export const TEXT = { type: 'string' };
export const YES_NO = { type: 'boolean' };
export const NUMBER = { type: 'number' };
export const TIME = { type: 'string', format: 'date-time' };
/** An object with any members. */
export const ANYTHING = { type: 'object', additionalProperties: true };
export const TEXTS = { type: 'array', items: TEXT };

export function ref(name: string): JsonObject {
	return { $ref: `#/components/schemas/${name}` };
}

export function listOf(name: string): JsonObject {
	return { type: 'array', items: ref(name) };
}

/** The same member for several names. */
export function each(names: readonly string[], schema: JsonObject): JsonObject {
	return Object.fromEntries(names.map((name) => [name, schema]));
}
