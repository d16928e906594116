import type { MarketoWorld } from '../../world';
import { campaign, lead, mail, PROGRAM, START, startInstance } from '../testing/instance';

const member = {
	id: 77,
	programId: PROGRAM,
	leadId: 1,
	statusName: 'Registered',
	webinarUrl: 'https://example.com/w/1?tk=a',
	registrationCode: 'R-1',
	fields: { joinCode: 'J-1' },
	membershipDate: START,
	updatedAt: START,
};

/** What a mail says to lead 1. */
async function filled(
	body: string,
	over: Partial<MarketoWorld> = {},
	programId: number | null = PROGRAM,
): Promise<string | undefined> {
	const marketo = await startInstance({
		leads: [lead(1, { company: 'Acme', lastWebinarJoinUrl: 'https://example.com/old' })],
		members: [member],
		campaigns: [campaign({ kind: 'batch' }, [mail(body)], { programId })],
		...over,
	});
	await marketo.side.runCampaign(5001, [1]);
	await marketo.close();
	return marketo.side.mails[0]?.body;
}

describe('tokens of a mail', () => {
	it.each([
		['{{lead.First Name}} {{lead.Last Name}}', 'Pat Example 1'],
		['{{lead.Full Name}} <{{lead.Email Address}}>', 'Pat Example 1 <person1@example.com>'],
		['{{lead.Company Name}}, {{company.Company Name}}, {{lead.Id}}', 'Acme, Acme, 1'],
		['{{lead.Last Webinar Join URL}}', 'https://example.com/old'],
		['{{member.webinar url}} {{member.Webinar URL}}', `${member.webinarUrl} ${member.webinarUrl}`],
		['{{member.registration code}}/{{member.Join Code}}', 'R-1/J-1'],
		['{{my.Webinar Topic}} ({{my.Webinar ID}})', 'Autumn release (81234567890)'],
		['{{program.Name}}, {{program.id}}', 'Webinar Autumn, 1207'],
		['{{campaign.Name}}, {{campaign.id}}', '01 Register, 5001'],
		['{{system.dateTime}}', '2026-11-20T17:10:00Z'],
		['a{{lead.Shoe Size}}b{{my.None}}c{{member.none}}d{{other.x}}e{{program.x}}', 'abcde'],
		['{{trigger.Name}}', ''],
		['{{lead.Job Title:default=friend of webinars}}', 'friend of webinars'],
		['{{lead.First Name:default=friend}}', 'Pat'],
		['{{lead.Job Title:default=}}', ''],
		['{lead.First Name} {{ lead.First Name }} {{no token}}', '{lead.First Name} Pat {{no token}}'],
	])('%s becomes %s', async (body, text) => {
		expect(await filled(body)).toBe(text);
	});

	it('of a member stay empty for others, and outside the program', async () => {
		expect(await filled('[{{member.webinar url}}]', { members: [] })).toBe('[]');
		expect(await filled('[{{member.webinar url}}]', {}, null)).toBe('[]');
		expect(await filled('[{{my.Webinar ID}}]', {}, null)).toBe('[]');
	});
});
