/**
 * What anybody may type as a name, a question or an answer: n8n's, Marketo's and HubSpot's own template
 * languages, HTML, formulas of spreadsheets, ends of headers, directions of writing. Each is a text, and
 * nothing but a text, wherever it goes.
 */
export const HOSTILE_WORDS: readonly string[] = [
	'={{ $env.N8N_ENCRYPTION_KEY }}',
	'{{ $json.email }}',
	'=={{ 7 * 7 }}',
	'{{ (() => { throw new Error("ran") })() }}',
	'${7*7}',
	'`${process.env.HOME}`',
	'{{my.Webinar Join URL}}',
	'{{lead.Email Address}}',
	'#set($x = 7)$x',
	'$velocityHasNext',
	'{{ contact.email }}',
	'{% raw %}',
	'<script>alert(1)</script>',
	'"><img src=x onerror=alert(1)>',
	"<a href='javascript:alert(1)'>",
	'</td></table><!--',
	'&lt;b&gt;',
	"=cmd|' /C calc'!A0",
	'+1+1',
	'@SUM(1+1)',
	'-2+3',
	"Robert'); DROP TABLE n8nWebinarLog;--",
	'a,b;c"d',
	'%0d%0aBcc: eve@example.com',
	'../../../etc/passwd',
	'\u202Egnp.exe',
	'__proto__',
	'constructor',
	'[object Object]',
	'null',
	'🧨',
];

/** A topic that is all of that in one line. */
export const HOSTILE_TOPIC =
	'={{ 7 * 7 }} {{ $env.HOME }} <script>alert(1)</script> {{my.Webinar ID}} =1+1 "\'';
