import type { IDataObject } from 'n8n-workflow';

import type { Outcome } from '../../../../shared/model/outcome';
import type { Written } from '../../../../shared/node/people';
import { Progress } from '../../../../shared/node/progress';
import { EVENT_PARTNER_WARNING, mayHaveEventPartner, type Program } from '../../../mapping/program';
import { connectionFields } from '../../../mapping/programItem';

export type ConnectAction = 'connected' | 'updated' | 'cancelled' | 'none';

/** One item on its way: which program it is about, and what was done to it. */
export class ConnectedItem extends Progress<'tokens' | 'joinLinks'> {
	program: Program | null = null;
	action: ConnectAction = 'none';
	/** What was done, in sentences. */
	readonly told: string[] = [];

	/** @param preview nothing was written */
	written(preview: boolean): Written {
		const done = Object.values(this.steps).some(({ result }) => result === 'synced');
		const { message, ...ended } = this.ended ?? {
			...{ result: done ? ('synced' as const) : ('unchanged' as const), reason: null },
			...{ message: '', repair: '', retryAt: null },
		};
		const outcome: Outcome = {
			destination: 'marketo',
			...ended,
			message: [message, ...this.told].filter(Boolean).join('. '),
			action: this.action,
			steps: this.steps,
			recordId: this.program === null ? '' : String(this.program.id),
			preview,
		};
		return { outcome, ...(this.program !== null && { adds: { program: shown(this.program) } }) };
	}
}

function shown(program: Program): IDataObject {
	const { id, name, type, channel, url } = program;
	return {
		...{ programId: id, name, type, channel, url },
		connection: connectionFields(program).connection,
		warning: mayHaveEventPartner(program) ? EVENT_PARTNER_WARNING : '',
	};
}
