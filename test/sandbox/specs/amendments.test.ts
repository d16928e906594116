import { amended } from './amendments';

const file = {
	type: 'object',
	properties: {
		recording_start: { type: 'string' },
		status: { type: 'string', enum: ['completed'] },
		file_type: { type: 'string', enum: ['MP4'] },
	},
};
const answer = {
	allOf: [
		{
			properties: {
				recording_play_passcode: { type: 'string' },
				recording_files: { type: 'array', items: file },
			},
		},
	],
};

describe("what is known beyond Zoom's schemas", () => {
	it('is added wherever recordings are', () => {
		expect(amended(answer, '/meetings/{meetingId}/recordings')).toEqual({
			allOf: [
				{
					properties: {
						recording_play_passcode: { type: 'string' },
						share_url: { type: 'string' },
						recording_files: {
							type: 'array',
							items: {
								type: 'object',
								properties: {
									recording_start: { type: 'string' },
									status: { type: 'string', enum: ['completed', 'processing'] },
									file_type: { type: 'string', enum: ['MP4', 'TIMELINE'] },
								},
							},
						},
					},
				},
			],
		});
	});

	it('leaves everything else as Zoom wrote it', () => {
		expect(amended(answer, '/webinars/{webinarId}')).toBe(answer);
		const plain = { properties: { status: { enum: ['completed'] } } };
		expect(amended(plain, '/users/{userId}/recordings')).toEqual(plain);
	});
});
