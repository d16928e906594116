import type { FastifyInstance } from 'fastify';
import type { Kernel } from '../kernel/kernel';
import type { MarketoSide } from './contract';
import { takeBodies } from './http/body';
import { guard } from './http/guard';
import { CallLimits, DAILY_QUOTA } from './http/limits';
import { addRoutes, answerInMarketosWords } from './http/router';
import { identityRoutes } from './identity/routes';
import { TokenStore } from './identity/tokens';
import { createOutbound } from './outbound';
import { allRoutes } from './routes';
import { deleteLead } from './state/leads';
import { MarketoState } from './state/marketoState';
import { cloneProgram } from './state/programs';
import { changeStatus } from './state/statusChange';
import { Usage } from './stats/usage';
import type { MarketoWorld } from './world';

const ANSWER_DELAY_MS = 2;
const TOKEN_LIFE_SECONDS = 3600;

/**
 * Plays a Marketo Engage instance on the given server: identity, lead database, assets and bulk API below
 * their own paths, and what the instance does by itself.
 * @param app register it under a prefix of its own; hooks and error handler are set on it
 * @returns the instance's live state; tests read it and may change it
 */
export function registerMarketo(
	app: FastifyInstance,
	kernel: Kernel,
	world: MarketoWorld,
): MarketoSide {
	const state = new MarketoState(kernel, world);
	const tokens = new TokenStore(kernel.now, () => world.tokenLifeSeconds ?? TOKEN_LIFE_SECONDS);
	const limits = new CallLimits(() => world.dailyQuota ?? DAILY_QUOTA);
	const usage = new Usage(kernel.now, world);

	takeBodies(app);
	answerInMarketosWords(app, (code) => usage.countError(code));
	guard(app, {
		kernel,
		tokens,
		limits,
		usage,
		answerDelayMs: () => world.answerDelayMs ?? ANSWER_DELAY_MS,
	});
	identityRoutes(app, world, tokens);
	addRoutes(app, state, allRoutes(state, usage));
	const closing = new AbortController();
	app.addHook('onClose', async () => closing.abort());
	const outbound = createOutbound(state, app, closing.signal);

	return Object.assign(outbound, {
		world,
		leads: state.leads,
		programs: state.programs,
		members: state.members,
		activities: state.activities.rows,
		customActivityTypes: state.customActivityTypes,
		campaigns: state.campaigns,
		partnerPushes: state.partnerPushes,
		revokeTokens: (as: 'invalid' | 'expired' = 'invalid') => tokens.revokeAll(as),
		leadsByEmail: (email: string) => state.leadsByEmail(email),
		memberOf: (programId: number, leadId: number) => state.memberOf(programId, leadId),
		deleteLead: (leadId: number) => deleteLead(state, leadId, { by: 'user' }),
		cloneProgram: (programId: number, name: string) =>
			cloneProgram(state, programOf(state, programId), { name }),
		spendQuota: (calls: number) => limits.spend(kernel.now(), calls),
		changeStatus: (programId: number, leadId: number, statusName: string) => {
			const program = programOf(state, programId);
			const change = changeStatus(state, program, leadId, statusName, { by: 'user' });
			if (change.outcome === 'refused') throw new Error(`${change.code}: ${change.message}`);
			return change.outcome === 'removed' ? null : change.member;
		},
	});
}

function programOf(state: MarketoState, programId: number) {
	const program = state.programs.get(programId);
	if (program === undefined) throw new Error(`There is no program ${programId}`);
	return program;
}
