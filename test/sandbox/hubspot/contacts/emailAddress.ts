/**
 * Would HubSpot take this address? Written for the sandbox alone, after RFC 5321 (dot-atom local
 * part, host name) and IANA's root zone, so that the product's own check meets another opinion.
 */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** Country codes of https://data.iana.org/TLD/tlds-alpha-by-domain.txt */
const COUNTRY_CODES =
	'ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs ' +
	'bt bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee ' +
	'eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy hk hm ' +
	'hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz la lb ' +
	'lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz ' +
	'na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ' +
	'ru rw sa sb sc sd se sg sh si sk sl sm sn so sr ss st su sv sx sy sz tc td tf tg th tj tk tl ' +
	'tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw';

/** The generic ones that people write from; rarer ones are refused here though they exist. */
const GENERIC =
	'com net org info biz edu gov mil int aero asia cat coop jobs mobi museum name post pro tel ' +
	'travel academy africa agency amsterdam app art bank bayern berlin bike blog brussels build ' +
	'business bzh cafe camp capital care careers center chat church city clinic cloud club coach ' +
	'codes coffee community company computer consulting cool dental design dev digital direct ' +
	'directory domains earth education email energy engineering enterprises estate eus events ' +
	'exchange expert express family farm finance financial fit foundation fun fund fyi gallery ' +
	'games garden gmbh gold golf google group guide guru hamburg health help holdings host hotel ' +
	'house immo inc industries institute insure international istanbul koeln land law legal life ' +
	'link live loan london ltd luxury management market marketing media memorial money movie nagoya ' +
	'network news ngo nyc one ong online page paris partners parts party photo photography plus ' +
	'press productions properties pub realty rocks ruhr run saarland sale school science scot ' +
	'security services shop show site ski social software solutions space store studio style ' +
	'support swiss systems tax team tech technology tirol today tokyo tools top tours town trade ' +
	'training university ventures video vip vision vlaanderen wales watch website wien wiki win ' +
	'work works world xyz yoga zone';

/** Kept by RFC 2606 for documentation: the people of an invented world live there. */
const INVENTED = 'example';

const TOP_LEVEL = new Set(`${COUNTRY_CODES} ${GENERIC} ${INVENTED}`.split(' '));

/** Addresses are one whatever their case; blanks around them do not belong to them. */
export function normaliseEmail(raw: string): string {
	return raw.trim().toLowerCase();
}

/** @param email as {@link normaliseEmail} leaves it */
export function isDeliverable(email: string): boolean {
	const at = email.lastIndexOf('@');
	const local = email.slice(0, at);
	const domain = domainOf(email);
	if (at < 1 || local.length > 64 || email.length > 254 || !LOCAL_PART.test(local)) return false;
	const labels = domain.split('.');
	const top = labels[labels.length - 1] ?? '';
	if (labels.length < 2 || !labels.every((label) => LABEL.test(label))) return false;
	return TOP_LEVEL.has(top) || top.startsWith('xn--');
}

export function domainOf(email: string): string {
	return email.slice(email.lastIndexOf('@') + 1);
}
