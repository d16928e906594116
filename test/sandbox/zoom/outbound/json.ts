/**
 * JSON as Zoom sends it in webhooks: characters beyond the basic plane (emoji) come as `\uXXXX` pairs,
 * others as they are. A receiver that parses and serialises again gets other bytes and a wrong signature.
 */
export function zoomJson(value: unknown): string {
	return JSON.stringify(value).replace(/[\u{10000}-\u{10FFFF}]/gu, (character) =>
		[...Array(character.length).keys()]
			.map((at) => `\\u${character.charCodeAt(at).toString(16).toUpperCase()}`)
			.join(''),
	);
}
