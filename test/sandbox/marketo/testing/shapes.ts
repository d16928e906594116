/** Compares answers with Adobe's own samples, on an instance in which every call has something to show. */
import { shapeDifferences } from '../../hubspot/testing/shape';
import { startInstance, type MarketoAnswer, type TestInstance } from './instance';
import { sample, samples } from './samples';
import { lead, member, world } from './world';

export const present = samples().length > 0;

export const EMAIL_PROGRAM = 1300;
export const NURTURE = 1301;

export async function startSampleInstance(): Promise<TestInstance> {
	const plain = world();
	const [webinar] = plain.programs;
	return startInstance({
		leads: [
			lead(1, 'ada@example.com', { postalCode: '1' }),
			lead(2, 'bob@example.com', { postalCode: '2' }),
			lead(3, 'two@example.com', { postalCode: '3' }),
			lead(6, 'six@example.com'),
			lead(7, 'seven@example.com'),
			lead(8, 'eight@example.com'),
		],
		members: [member(1, 'Registered'), member(2, 'Attended'), member(6, 'Invited')],
		programs: [
			...plain.programs,
			{ ...webinar, id: EMAIL_PROGRAM, name: 'Mail', type: 'Email', tokens: {} },
			{
				...webinar,
				id: NURTURE,
				name: 'Nurture',
				type: 'Engagement',
				tags: [{ tagType: 'T', tagValue: 'V' }],
				costs: [{ startDate: '2016-01-01', cost: 200, note: 'Google Adwords' }],
			},
		],
		campaigns: [
			...plain.campaigns,
			{ ...plain.campaigns[1], id: 5004, programId: null, folderId: 327 },
		],
		forms: { 1029: 'Registration' },
	});
}

/** Of calls that are not played, and of no call in particular. */
const NOT_PLAYED = /^(bulk-activity|authentication|error-codes.01|leads.(17|18|21))/;

export class Shapes {
	private readonly seen = new Set<string>();

	/** The answer has the shape of the sample, but for differences that `open` names. */
	expect(file: string, answer: MarketoAnswer, open: RegExp = /^$/): void {
		this.seen.add(file);
		expect(answer.body).toMatchObject({ success: true });
		const differences = shapeDifferences(sample(file), answer.body, { maps: [] });
		expect(differences.filter((one) => !open.test(one))).toEqual([]);
	}

	/** Answers in samples of these pages that nothing was compared with. */
	missing(pages: RegExp): string[] {
		return samples()
			.map(({ file }) => file)
			.filter((file) => file.includes('.response.') && pages.test(file))
			.filter((file) => !this.seen.has(file) && !NOT_PLAYED.test(file));
	}
}
