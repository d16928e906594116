const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Text as it can stand in the HTML of a note or call, in an attribute too. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** Text of several lines as HTML. */
export function linesToHtml(text: string): string {
	return escapeHtml(text).replace(/\r\n|[\n\r]/g, '<br>');
}

/** HTML as HubSpot may hand it back: with the entities that it writes otherwise made plain. */
export function plainEntities(html: string): string {
	return html
		.replace(/&#0*39;|&#x0*27;|&apos;/gi, "'")
		.replace(/&quot;|&#0*34;/gi, '"')
		.replace(/&lt;/gi, '<')
		.replace(/&gt;/gi, '>')
		.replace(/&nbsp;|\u00a0/gi, ' ')
		.replace(/&amp;/gi, '&');
}

/** An address that may be linked; empty for everything else, e.g. `javascript:`. */
export function webAddress(value: string): string {
	const text = value.trim();
	return /^https?:\/\/[^\s/?#]+/i.test(text) && !/\s/.test(text) ? text : '';
}
