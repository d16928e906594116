/**
 * Where in a text a secret stands, whatever its form. JavaScript, because n8n's own Node.js runs it too.
 * @param {string} text
 * @param {ReadonlyArray<{ name: string; forms: readonly string[] }>} secrets
 * @returns {Array<{ name: string; before: string; after: string }>} with up to 120 characters around it
 */
exports.occurrencesIn = function occurrencesIn(text, secrets) {
	const found = [];
	for (const { name, forms } of secrets) {
		for (const form of forms) {
			for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length)) {
				const end = at + form.length;
				const before = text.slice(Math.max(0, at - 120), at);
				found.push({ name, before, after: text.slice(end, end + 120) });
			}
		}
	}
	return found;
};
