import { webinarLocator } from '../../../../nodes/Zoom/descriptions/webinarLocator';
import { webinarNumberOf } from '../../../../nodes/Zoom/mapping/webinarLink';

const LINKS = [
	'https://zoom.us/j/95426371234',
	'https://us02web.zoom.us/j/95426371234?pwd=abc#success',
	'https://company.zoom.us/w/95426371234?tk=abc',
	'https://zoom.us/s/95426371234?zak=abc',
	'https://zoom.us/webinar/95426371234',
	'https://app.zoom.us/wc/95426371234/join',
	'https://zoomgov.com/j/95426371234/',
];

const WITHOUT_NUMBER = [
	'https://us02web.zoom.us/webinar/register/WN_juM2BGyLQMyQ_ZrqiGRhLg',
	// The number is that of a tracking source.
	'https://zoom.us/webinar/register/5516482804110/WN_juM2BGyLQMyQ_ZrqiGRhLg',
	'https://zoom.us/webinar/register/95426371234/WN_juM2BGyLQMyQ_ZrqiGRhLg',
];

/** As the editor tests a value: the whole of it. */
function objections(link: string): string[] {
	const mode = webinarLocator.modes!.find(({ name }) => name === 'url')!;
	return (mode.validation ?? []).flatMap((validation) => {
		if (!('properties' in validation)) throw new Error('A function cannot be tested here');
		const { regex, errorMessage } = validation.properties as Record<string, string>;
		return new RegExp(`^${regex}$`).test(link) ? [] : [errorMessage!];
	});
}

test.each(LINKS)('%s names the webinar', (link) => {
	expect(webinarNumberOf(` ${link} `)).toBe('95426371234');
	expect(objections(link)).toEqual([]);
});

test.each(WITHOUT_NUMBER)('%s is told apart, with what to do', (link) => {
	expect(() => webinarNumberOf(link)).toThrow(
		'A registration link does not contain the webinar ID',
	);
	expect(objections(link)).toEqual([expect.stringContaining('registration link')]);
});

test.each(['https://events.zoom.us/ev/Abc', 'https://zoom.us/j/123', 'https://'])(
	'%s contains no webinar ID',
	(link) => {
		expect(() => webinarNumberOf(link)).toThrow('The link contains no webinar ID');
		expect(objections(link)).toEqual([expect.stringContaining('Paste the join link')]);
	},
);

test.each(['954 2637 1234', '', 95426371234, null])('%p is no link and stays as it is', (typed) => {
	expect(webinarNumberOf(typed)).toBe(typed);
});
