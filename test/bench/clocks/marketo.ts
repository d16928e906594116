import { marketo } from '../../engine/marketo/support';
import { sharing, WHOLE_MARKETO, type MarketoShare } from '../support/marketoShare';
import type { Clock } from './clock';
import { half, MARKETO } from './limits';

interface Way {
	what: string;
	registrants: number;
	beside: boolean;
	/** What the credential says; the standard is half of Marketo's limits. */
	credential: MarketoShare;
}

const WAYS: readonly Way[] = [
	{ what: 'the whole quota taken', registrants: 15_200, beside: false, credential: WHOLE_MARKETO },
	{ what: 'half of the quota taken', registrants: 7_300, beside: false, credential: {} },
	{
		what: 'the whole quota asked for',
		registrants: 7_300,
		beside: true,
		credential: WHOLE_MARKETO,
	},
];

/** *Sync attendance* to Marketo for the first time, as a credential shares the instance's quota. */
export const MARKETO_CLOCKS = WAYS.map(({ what, registrants, beside, credential }): Clock => {
	const isWhole = credential.callsPerWindow === WHOLE_MARKETO.callsPerWindow;
	return {
		what: `Sync attendance to Marketo, ${registrants.toLocaleString('en')} registrants, ${what}`,
		vendor: 'marketo',
		registrants,
		beside,
		quota: isWhole ? "Marketo's quota" : "half of Marketo's quota",
		run: async (said) => await marketo(sharing(said, credential), 'attendance:sync', said.items),
		expected: ({ people, ambiguous }) => ({ people, refused: ambiguous }),
		calls: ({ floor }) => floor.marketo,
		limit: isWhole && !beside ? MARKETO : half(MARKETO),
	};
});
