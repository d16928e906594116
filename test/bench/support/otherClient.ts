import type { Stage } from '../../engine/support/world';
import { half, HUBSPOT, MARKETO, ZOOM, type Limit, type Limited } from '../clocks/limits';

/** A cheap call of each vendor, and the limit that it counts against. */
interface Errand {
	url: string;
	token: string;
	limit: Limit;
}

export interface OtherClient {
	/** Ends it. @returns the share of its half that it got, of 1 */
	end(): number;
}

/** Looks so often whether it is behind its pace; what was refused is sent again then. */
const EVERY_MS = 25;
const AT_ONCE = 3;

/**
 * Another client of the same account, which takes half of the quota as evenly as a clock; what is refused
 * it sends again, so that nobody takes its half away.
 */
export async function startOtherClient(here: Stage, vendor: Limited): Promise<OtherClient> {
	const errand = await ERRANDS[vendor](here);
	const share = half(errand.limit);
	const start = performance.now();
	const due = () => ((performance.now() - start) / share.ms) * share.calls;
	let got = 0;
	let underWay = 0;
	const timer = setInterval(() => {
		if (got + underWay >= due() || underWay >= AT_ONCE) return;
		underWay += 1;
		void run(errand).then((isServed) => {
			underWay -= 1;
			if (isServed) got += 1;
		});
	}, EVERY_MS);
	// From now on it has had its half of every window.
	await new Promise((resolve) => setTimeout(resolve, share.ms));
	return {
		end: () => {
			clearInterval(timer);
			return got / due();
		},
	};
}

async function run({ url, token }: Errand): Promise<boolean> {
	const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
	const body = (await answer.json()) as { success?: boolean };
	return answer.ok && body.success !== false;
}

async function tokenOf(url: string, headers: Record<string, string> = {}): Promise<string> {
	const method = Object.keys(headers).length > 0 ? 'POST' : 'GET';
	const answer = await fetch(url, { method, headers });
	const { access_token: token } = (await answer.json()) as { access_token?: string };
	if (token === undefined) throw new Error(`No token: ${answer.status}`);
	return token;
}

const ERRANDS: Record<Limited, (here: Stage) => Promise<Errand>> = {
	hubspot: async ({ sandbox, story }) =>
		await Promise.resolve({
			url: `${sandbox.hubspotBaseUrl}/crm/v3/owners?limit=1`,
			token: story.world.hubspot.serviceKey,
			limit: HUBSPOT,
		}),
	marketo: async ({ sandbox, marketo }) => {
		const { clientId = '', clientSecret = '' } = marketo.marketoRestOAuth2Api ?? {};
		const query = new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: String(clientId),
			client_secret: String(clientSecret),
		});
		return {
			url: `${sandbox.marketoBaseUrl}/rest/v1/stats/usage.json`,
			token: await tokenOf(`${sandbox.marketoBaseUrl}/identity/oauth/token?${query.toString()}`),
			limit: MARKETO,
		};
	},
	zoom: async ({ sandbox, story }) => {
		const { accountId, clientId, clientSecret } = story.world.zoom;
		const query = new URLSearchParams({ grant_type: 'account_credentials', account_id: accountId });
		const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
		return {
			url: `${sandbox.zoomBaseUrl}/v2/webinars/${story.main.webinarId}`,
			token: await tokenOf(`${sandbox.zoomBaseUrl}/oauth/token?${query.toString()}`, {
				authorization: `Basic ${basic}`,
			}),
			limit: ZOOM.light,
		};
	},
};
