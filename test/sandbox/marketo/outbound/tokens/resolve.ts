import { tokenValue, type TokenScope, type TokenValue } from './values';

const TOKEN = /\{\{\s*([a-z]+)\.([^{}]*?)\s*\}\}/gi;
const DEFAULT = /^(.*?)\s*:\s*default\s*=\s*(.*)$/is;

/**
 * Fills every `{{…}}` of a text.
 * @param write how a value stands in the text; default: as it is, nothing for none
 */
export function resolved(
	text: string,
	scope: TokenScope,
	write: (value: TokenValue) => string = plainText,
): string {
	return text.replaceAll(TOKEN, (_all, family: string, asked: string) => {
		const [, name = asked, fallback = null] = DEFAULT.exec(asked) ?? [];
		const value = tokenValue(family, name.trim(), scope);
		return write(value === null || value === '' ? fallback : value);
	});
}

function plainText(value: TokenValue): string {
	return value === null ? '' : String(value);
}
