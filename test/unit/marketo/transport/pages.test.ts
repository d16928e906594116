import { allRows, assetPages, leadPages } from '../../../../nodes/Marketo/transport/pages';
import type {
	MarketoAnswer,
	MarketoClient,
	MarketoRequest,
	Parameters,
} from '../../../../nodes/Marketo/transport/request';

const REQUEST: MarketoRequest = { path: '/rest/v1/leads.json', what: 'people', permission: 'x' };
const rows = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));

/** Gives the answers one after the other, the last one for ever. */
function scripted(answers: ReadonlyArray<Partial<MarketoAnswer>>) {
	const asked: Parameters[] = [];
	const client: MarketoClient = {
		signal: undefined,
		concurrency: 1,
		calls: () => asked.length,
		request: async ({ query = {} }) => {
			const answer = answers[Math.min(asked.length, answers.length - 1)];
			asked.push(query);
			return {
				result: [],
				nextPageToken: '',
				moreResult: false,
				warnings: [],
				requestId: '',
				...answer,
			};
		},
	};
	return { client, asked };
}

describe('lists of the lead database', () => {
	test('are followed by token to the page without one', async () => {
		const { client, asked } = scripted([
			{ result: rows(300), nextPageToken: 'A', moreResult: true },
			{ result: rows(300), nextPageToken: 'B', moreResult: true },
			{ result: rows(5) },
		]);
		expect(await allRows(leadPages(client, REQUEST))).toHaveLength(605);
		expect(asked.map(({ nextPageToken }) => nextPageToken)).toEqual([undefined, 'A', 'B']);
		expect(asked[0]).toMatchObject({ batchSize: 300 });
	});

	test('empty and short pages are passed over as long as more is promised', async () => {
		const { client } = scripted([
			{ result: [], nextPageToken: 'A', moreResult: true },
			{ result: rows(1), nextPageToken: 'B', moreResult: true },
			{ result: rows(2), nextPageToken: 'C', moreResult: false },
		]);
		expect(await allRows(leadPages(client, REQUEST))).toHaveLength(3);
	});

	test('a token that comes with the last page is not followed', async () => {
		const { client, asked } = scripted([{ result: rows(7), nextPageToken: 'A' }]);
		expect(await allRows(leadPages(client, REQUEST))).toHaveLength(7);
		expect(asked).toHaveLength(1);
	});

	test('a full page with a token but without a promise has a next one', async () => {
		const { client, asked } = scripted([
			{ result: rows(300), nextPageToken: 'A' },
			{ result: rows(1), nextPageToken: 'B' },
		]);
		expect(await allRows(leadPages(client, REQUEST))).toHaveLength(301);
		expect(asked).toHaveLength(2);
	});

	test('a token that leads to itself ends the list', async () => {
		const { client, asked } = scripted([{ result: rows(1), nextPageToken: 'A', moreResult: true }]);
		expect(await allRows(leadPages(client, REQUEST))).toHaveLength(2);
		expect(asked).toHaveLength(2);
	});
});

describe('lists of the asset API', () => {
	test('are followed by offset to the page that is not full', async () => {
		const { client, asked } = scripted([{ result: rows(200) }, { result: rows(200) }, {}]);
		expect(await allRows(assetPages(client, REQUEST))).toHaveLength(400);
		expect(asked.map(({ offset }) => offset)).toEqual([0, 200, 400]);
		expect(asked[0]).toMatchObject({ maxReturn: 200 });
	});
});
