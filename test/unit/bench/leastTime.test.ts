import { leastTimes } from '../../bench/leastTime';

const FLOOR = {
	zoom: 60,
	zoomByLabel: { medium: 20, heavy: 31 },
	hubspot: 400,
	hubspotReadBack: 100,
	marketo: 101,
};
const FEW = {
	zoom: 9,
	zoomByLabel: { medium: 2, heavy: 5 },
	hubspot: 20,
	hubspotReadBack: 5,
	marketo: 8,
};
const AT_ONCE = { zoom: 0, hubspot: 0, marketo: 0 };
const ANSWERED = { zoom: 310, hubspot: 4_000, marketo: 1_010 };

it('is until the limits let the last call begin, of Zoom by the label that takes longest', () => {
	expect(leastTimes(FLOOR, AT_ONCE, 0)).toEqual({ zoom: 3_000, hubspot: 20_000, marketo: 20_000 });
	expect(leastTimes({ ...FLOOR, marketo: 100 }, AT_ONCE, 0).marketo).toBe(0);
	const listed = { ...FLOOR, zoomByLabel: { medium: 101, heavy: 31 } };
	expect(leastTimes(listed, AT_ONCE, 0).zoom).toBe(5_000);
});

it('counts the answers of the last window only, and all of them where no limit is reached', () => {
	// One call of 31, 20 of 400, one of 101.
	expect(leastTimes(FLOOR, ANSWERED, 0)).toEqual({ zoom: 3_010, hubspot: 20_200, marketo: 20_010 });
	expect(leastTimes(FEW, ANSWERED, 0)).toEqual(ANSWERED);
});

it('counts the pause before reading back as far as the limit does not take its time anyway', () => {
	expect(leastTimes(FLOOR, AT_ONCE, 5_000).hubspot).toBe(20_000);
	expect(leastTimes(FLOOR, AT_ONCE, 15_000).hubspot).toBe(25_000);
	expect(leastTimes(FEW, AT_ONCE, 5_000).hubspot).toBe(5_000);
});
