import { parseXml } from './parse';
import { xmlDifferences } from './shape';

const differences = (recorded: string, answered: string) => {
	const answer = (content: string) => parseXml(`<results><status code="ok"/>${content}</results>`);
	return xmlDifferences(answer(recorded), answer(answered));
};

describe('the comparison of shapes', () => {
	it('sees elements and attributes that are missing or too many, not values', () => {
		const recorded = '<sco sco-id="1"><name>A</name></sco>';
		expect(differences(recorded, '<sco sco-id="2"><name>B</name></sco>')).toEqual([]);
		expect(differences(recorded, '<sco icon="x"><url-path>/b/</url-path></sco>')).toEqual([
			'results/sco@sco-id: recorded, not answered',
			'results/sco@icon: answered, not recorded',
			'results/sco/name: recorded, not answered',
			'results/sco/url-path: answered, not recorded',
		]);
	});

	it('takes for optional what only some of the recorded rows have', () => {
		const recorded = '<row id="1"><end>x</end></row><row/>';
		expect(differences(recorded, '<row/>')).toEqual([]);
		expect(differences(recorded, '<row id="1"><end>x</end></row>')).toEqual([]);
	});

	it('does not count the numbers in names', () => {
		const recorded = '<user poll_question_1="a"><question1/></user>';
		expect(differences(recorded, '<user poll_question_22="a"><question3/></user>')).toEqual([]);
	});

	it('sees another status', () => {
		const ok = parseXml('<results><status code="ok"/></results>');
		const no = parseXml('<results><status code="no-access" subcode="denied"/></results>');
		expect(xmlDifferences(ok, no)).toEqual(['status: recorded ok/, answered no-access/denied']);
	});
});
