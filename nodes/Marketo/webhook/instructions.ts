import type { ServiceSettings } from './settings';

/** What Marketo shows beside the form when the service is added, as a whole HTML page. */
export function providerInstructions({ name, configurations }: ServiceSettings): string {
	const steps = [
		'<b>Credentials</b>: paste the Flow Step API Key of the credential <i>Marketo Incoming API</i> in n8n. Marketo then asks n8n for its status.',
		'<b>Fields, outgoing</b>: map Email, First name and Last name at least.',
		'<b>Fields, incoming</b>: map <i>Join link of the last webinar</i> to a field of type Text, if you want the link on the person as well as on the program member.',
		`<b>Flow step</b>: drag <i>${escaped(name)}</i> into the flow of a smart campaign of the program, and choose “From the program”, one of the list, or type a webinar ID.`,
		...(configurations.length > 0
			? ['<b>Configuration</b>: choose which way the workflow in n8n takes.']
			: []),
		'<b>Confirmation email</b>: put Send Email after the step. {{member.webinar url}} is filled in by then.',
		'<b>Lists</b>: Marketo refreshes them every night; refresh them by hand for a webinar of today.',
	];
	const list = steps.map((step) => `<li>${step}</li>`).join('\n');
	return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(name)}</title></head>
<body>
<h1>${escaped(name)}</h1>
<ol>
${list}
</ol>
</body>
</html>
`;
}

function escaped(text: string): string {
	return text
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;');
}
