import { leastTimes } from '../../bench/leastTime';

const FLOOR = {
	zoom: 60,
	zoomByLabel: { medium: 20, heavy: 31 },
	hubspot: 400,
	hubspotReadBack: 100,
	marketo: 100,
};

it('takes of Zoom the label that takes longest, and no time while a limit is not reached', () => {
	expect(leastTimes(FLOOR, 0)).toEqual({ zoom: 3_000, hubspot: 20_000, marketo: 0 });
	expect(leastTimes({ ...FLOOR, marketo: 101 }, 0).marketo).toBe(20_000);
});

it('counts the pause before reading back as far as the limit does not take its time anyway', () => {
	expect(leastTimes(FLOOR, 5_000).hubspot).toBe(20_000);
	expect(leastTimes(FLOOR, 15_000).hubspot).toBe(25_000);
	expect(leastTimes({ ...FLOOR, hubspot: 20, hubspotReadBack: 5 }, 5_000).hubspot).toBe(5_000);
});
