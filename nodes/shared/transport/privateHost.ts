/** Names that are looked up inside a network only, and names without a dot, which no public host has. */
const INSIDE =
	/^(?:localhost|[^.]+)$|\.(?:localhost|local|localdomain|internal|intranet|lan|home\.arpa)$/;

/** IPv4 as the URL parser writes it; one byte of it. */
const IPV4 = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/;

/** The cloud's own services for its machines, which hand out credentials, answer below this one. */
const LINK_LOCAL = /^169\.254\.|^fe[89ab][0-9a-f]:/;

/**
 * Whether an address leads into the network in which n8n stands, and not to a host of the internet, as far
 * as its text tells: other spellings of an IP address are written out by the URL parser. What a public
 * name resolves to is not known here; n8n looks at that where `N8N_SSRF_PROTECTION_ENABLED` is set.
 */
export function isPrivateHost(url: URL): boolean {
	const host = hostOf(url);
	const ipv4 = IPV4.exec(host);
	if (ipv4) return isPrivateIpv4(Number(ipv4[1]), Number(ipv4[2]));
	return host.includes(':') ? isPrivateIpv6(host) : INSIDE.test(host);
}

/** Whether it leads to what only a machine itself is to ask: never a file's or a callback's address. */
export function isLinkLocal(url: URL): boolean {
	return LINK_LOCAL.test(hostOf(url));
}

/** Without the brackets of IPv6, and without the dot that ends a name from the root. */
function hostOf({ hostname }: URL): string {
	const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
	return embeddedIpv4(host) ?? host;
}

/** https://www.iana.org/assignments/iana-ipv4-special-registry */
function isPrivateIpv4(a: number, b: number): boolean {
	return (
		a === 0 ||
		a === 10 ||
		a === 127 ||
		a >= 224 ||
		(a === 100 && b >= 64 && b < 128) ||
		(a === 169 && b === 254) ||
		(a === 172 && b >= 16 && b < 32) ||
		(a === 192 && (b === 168 || b === 0)) ||
		(a === 198 && (b === 18 || b === 19))
	);
}

/** https://www.iana.org/assignments/iana-ipv6-special-registry: all but what is routed in the internet. */
function isPrivateIpv6(host: string): boolean {
	return !/^[23][0-9a-f]{3}:/.test(host);
}

/** IPv4 inside of IPv6 (mapped, or by NAT64), which the URL parser writes as two groups of hex. */
function embeddedIpv4(host: string): string | undefined {
	const groups = /^(?:::ffff:(?:0:)?|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host);
	if (!groups) return undefined;
	const bytes = [groups[1], groups[2]].flatMap((group) => {
		const number = parseInt(group ?? '', 16);
		return [number >> 8, number & 255];
	});
	return bytes.join('.');
}
