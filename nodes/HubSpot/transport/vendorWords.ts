import { asArray, asObject, asObjects, asText } from '../../shared/transport/json';

const MAX_WORDS = 500;

/** What HubSpot says, made readable: it embeds a JSON array in some of its messages. */
export function vendorWords(body: unknown): string {
	const message = asText(asObject(body).message);
	const start = message.indexOf('[{');
	const told = start < 0 ? message : embeddedMessages(message.slice(start)) || message;
	const words = told + missingProperties(body, told);
	return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS)}…` : words;
}

/** All machine-readable codes of an error body: category, its errors' codes, the embedded ones. */
export function vendorCodes(body: unknown): string[] {
	const error = asObject(body);
	const message = asText(error.message);
	const start = message.indexOf('[{');
	return [
		asText(error.category),
		...asObjects(error.errors).map(({ code }) => asText(code)),
		...(start < 0 ? [] : embedded(message.slice(start)).map((part) => asText(part.error))),
	].filter((code) => code !== '');
}

/** What a portal's rule wants filled in; HubSpot names it beside its words. */
function missingProperties(body: unknown, told: string): string {
	const names = asArray(asObject(asObject(body).context).properties).map(asText);
	const unnamed = names.filter((name) => name !== '' && !told.includes(name));
	return unnamed.length === 0 ? '' : ` (${unnamed.join(', ')})`;
}

/** Some messages do not name the property that they are about. */
function embeddedMessages(text: string): string {
	const messages = embedded(text).map(({ message: said, name: property }) => {
		const [message, name] = [asText(said), asText(property)];
		return name === '' || message === '' || message.includes(name)
			? message
			: `${name}: ${message}`;
	});
	return [...new Set(messages)].filter(Boolean).join('; ');
}

function embedded(text: string): ReturnType<typeof asObjects> {
	try {
		const parsed: unknown = JSON.parse(text);
		return asObjects(parsed);
	} catch {
		return [];
	}
}
