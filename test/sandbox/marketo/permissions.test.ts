/** Every route asks for the permissions that Adobe's reference names, and is one that the reference has. */
import { readFileSync } from 'node:fs';
import { specFile } from '../specs';
import { allRoutes } from './routes';
import { MarketoState } from './state/marketoState';
import { Usage } from './stats/usage';
import { world } from './testing/world';

interface Swagger {
	paths: Record<string, Record<string, { description?: string }>>;
}

const files = ['mapi', 'asset'].map((name) => specFile(`marketo/rest/swagger-${name}.json`));
const present = files.every((file) => file !== undefined);
if (!present) process.stdout.write('specs: ABSENT (permissions of Marketo)\n');

const kernel = { now: () => 0, limits: false };
const routes = allRoutes(new MarketoState(kernel, world()), new Usage(kernel.now, world()));

const shapeOf = (path: string): string => path.replace(/\{\w+\}|:\w+/g, '{}');

/** `Activate Campaign` and `Deactivate Campaign` are one permission of a role. */
const plain = (permission: string): string =>
	permission
		.trim()
		.replace(/^(Activate|Deactivate) Campaign$/, 'Activate/Deactivate Campaign')
		.replace(/s$/, '');

function declared(): Map<string, string[]> {
	const result = new Map<string, string[]>();
	for (const file of files) {
		const { paths }: Swagger = JSON.parse(readFileSync(file ?? '', 'utf8'));
		for (const [path, methods] of Object.entries(paths)) {
			for (const [method, { description = '' }] of Object.entries(methods)) {
				const text = /Required Permissions:?\s*([^<]*)/.exec(description)?.[1] ?? 'None';
				const names = text.split(',').map(plain);
				result.set(`${method.toUpperCase()} ${shapeOf(path)}`, names.includes('None') ? [] : names);
			}
		}
	}
	return result;
}

(present ? describe : describe.skip)('the routes', () => {
	const reference = present ? declared() : new Map<string, string[]>();

	it.each(
		routes.map(({ method, path, permissions }) => [`${method} ${path}`, permissions] as const),
	)('%s', (name, permissions) => {
		const wanted = reference.get(shapeOf(name));
		expect(wanted).toBeDefined();
		// "Read-Only Lead" alone is written where both open the call.
		const asked = permissions.map(plain);
		expect(asked).toEqual(expect.arrayContaining(wanted ?? []));
		expect(asked.length === 0).toBe(wanted?.length === 0);
	});
});
