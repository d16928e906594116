import fc from 'fast-check';
import type { IExecuteFunctions } from 'n8n-workflow';

import { changePermissions } from '../../../../nodes/AdobeConnect/actions/people/changePermissions';
import { AdobeDoor, startRun } from '../../../../nodes/AdobeConnect/actions/people/door';
import type { FoundWebinar } from '../../../../nodes/AdobeConnect/actions/webinars/find';
import type { Permission } from '../../../../nodes/AdobeConnect/transport/endpoints/permissions';
import { adobeError } from '../../../../nodes/AdobeConnect/transport/errors';
import type { AdobeClient, AdobeRequest } from '../../../../nodes/AdobeConnect/transport/request';
import { NOTHING, type XmlElement } from '../../../../nodes/AdobeConnect/xml/element';

/** What happens to a call of permissions-update. */
type Fate = 'well' | 'ignoredForSome' | 'refused' | 'lostBefore' | 'lostAfter';

/** A server that holds permissions and does with writes what the fates say. */
class FakeAdobe implements AdobeClient {
	readonly held = new Map<string, string>();
	sent = 0;
	readonly account = {} as AdobeClient['account'];
	readonly signal = undefined;

	constructor(
		private readonly fates: Fate[],
		/** Whom it ignores, whatever it says. */
		private readonly ignored: ReadonlySet<string>,
	) {}

	calls(): number {
		return this.sent;
	}

	async session(): Promise<never> {
		throw new Error('Not asked for');
	}

	async call({ action, parameters = [] }: AdobeRequest): Promise<XmlElement> {
		this.sent += 1;
		const all = (name: string): string[] =>
			parameters.filter(([key]) => key === name).map(([, value]) => String(value));
		if (action === 'permissions-info') return this.list(all('filter-principal-id'));
		const people = all('principal-id');
		expect(people.length).toBeLessThanOrEqual(200);
		const fate = this.fates.shift() ?? 'well';
		if (fate === 'refused') throw refusal('invalid/no-such-item', 'vendorRejected');
		if (fate !== 'lostBefore') this.give(people, all('permission-id'), fate);
		if (fate.startsWith('lost')) throw refusal('', 'temporarilyUnavailable');
		return NOTHING;
	}

	private give(people: string[], permissions: string[], fate: Fate): void {
		people.forEach((id, index) => {
			if (fate === 'ignoredForSome' && this.ignored.has(id)) return;
			if (permissions[index] === 'remove') this.held.delete(id);
			else this.held.set(id, permissions[index]!);
		});
	}

	private list(wanted: string[]): XmlElement {
		const principals = wanted
			.filter((id) => this.held.has(id))
			.map((id) => ({
				...NOTHING,
				name: 'principal',
				attributes: { 'principal-id': id, 'permission-id': this.held.get(id)! },
			}));
		return {
			...NOTHING,
			name: 'results',
			children: [{ ...NOTHING, name: 'permissions', children: principals }],
		};
	}
}

function refusal(code: string, reason: 'vendorRejected' | 'temporarilyUnavailable') {
	const later = reason === 'temporarilyUnavailable';
	return adobeError({
		status: 200,
		code,
		reason,
		message: 'no',
		repair: 'none',
		...(later && { retryAt: '2026-01-01T00:00:00.000Z' }),
	});
}

const fates = fc.array(
	fc.constantFrom<Fate>('well', 'ignoredForSome', 'refused', 'lostBefore', 'lostAfter'),
	{ maxLength: 12 },
);

test('whatever the answers were: who is told to have the permission has it, and nobody else', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(fc.integer({ min: 1, max: 600 }).map(String), { maxLength: 450, size: 'max' }),
			fc.array(fc.integer({ min: 1, max: 600 }).map(String), { maxLength: 50, size: 'max' }),
			fates,
			fc.constantFrom<Permission>('view', 'denied', 'mini-host', 'remove'),
			async (ids, ignored, list, permission) => {
				const adobe = new FakeAdobe([...list], new Set(ignored));
				if (permission === 'remove') for (const id of ids) adobe.held.set(id, 'view');
				const door = new AdobeDoor(startRun({} as IExecuteFunctions), adobe, {
					aclId: '1',
					event: null,
				} as FoundWebinar);
				const changes = ids.map((principalId) => ({ principalId, permission }));
				const failed = await changePermissions(door, changes);
				const has = (id: string): boolean => (adobe.held.get(id) ?? 'remove') === permission;
				expect(ids.filter((id) => !failed.has(id))).toEqual(ids.filter(has));
			},
		),
		// Making lists of hundreds smaller would take minutes.
		{ numRuns: 60, endOnFailure: true },
	);
});
