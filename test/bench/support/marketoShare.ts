import type { Stage } from '../../engine/support/world';
import { MARKETO } from '../clocks/limits';

/** How much of Marketo's limits the credential lets the node take; what it leaves out is half. */
export interface MarketoShare {
	callsPerWindow?: number;
	concurrentCalls?: number;
}

/** All of it: nobody else uses the instance. https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest/rest-api */
export const WHOLE_MARKETO: MarketoShare = { callsPerWindow: MARKETO.calls, concurrentCalls: 10 };

/** The credential for Marketo with its share of the limits. */
export function sharing(
	{ marketo: { marketoRestOAuth2Api: known } }: Pick<Stage, 'marketo'>,
	share: MarketoShare,
): Pick<Stage, 'marketo'> {
	return { marketo: { marketoRestOAuth2Api: { ...known, ...share } } };
}
