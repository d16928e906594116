import type { Random } from './random';

/** Zoom cuts first_name and last_name at 64 characters. */
export const ZOOM_NAME_LIMIT = 64;

export type NameForm = 'plain' | 'emoji' | 'quotes' | 'rightToLeft' | 'long';

export interface Name {
	firstName: string;
	lastName: string;
}

const FIRST = (
	'Anna Ben Clara David Elena Felix Grace Hugo Ines Jonas Karin Liam Mia Noah Olga Paul Quinn Rosa ' +
	'Sven Tara Ugo Vera Walter Xenia Yuki Zoe Amélie Björn Chloé Dieter Eszter François Gül Håkon ' +
	'Ilse José Katja Lukáš Märta Nuno Oriol Pía Renée Søren Théo Ursula Věra Wanjiru Ximena Yasmin'
).split(' ');
const LAST = (
	'Adler Becker Conti Diaz Evans Fischer Garcia Hansen Ito Jansen Kowalski Lopez Müller Novák Olsen ' +
	'Petrov Quist Rossi Schmidt Tanaka Ueda Varga Weber Xu Young Zimmer Andrés Bülow Çelik Dvořák ' +
	'Éclair Fjeld Gößl Håland Ibáñez Jørgensen Krüger Łukasik Mäkinen Núñez Österberg Pérez Řezáč ' +
	'Škoda Tóth Ünal Vørås Wójcik Ylä Żak'
).split(' ');
const FIRST_RTL = 'محمد فاطمة يوسف ليلى خالد مريم דוד שרה נועם רבקה יעל אבי'.split(' ');
const LAST_RTL = 'العربي حداد منصور الشامي قاسم درويش כהן לוי מזרחי פרץ ביטון אזולאי'.split(' ');
const EMOJI = ['🎉', '🚀', '👩‍💻', '🌍', '☕', '🦊'];

/** Every name once, whatever its case, so that a name can identify a person. */
export class NameBook {
	private readonly taken = new Set<string>();

	constructor(private readonly random: Random) {}

	take(form: NameForm): Name {
		const name =
			form === 'rightToLeft' ? this.unused(FIRST_RTL, LAST_RTL) : this.unused(FIRST, LAST);
		if (form === 'emoji') {
			return { ...name, firstName: `${name.firstName} ${this.random.pick(EMOJI)}` };
		}
		if (form === 'quotes') {
			return { firstName: `${name.firstName} "Ace"`, lastName: `O'${name.lastName} \`x\`` };
		}
		if (form === 'long') {
			return { firstName: stretch(name.firstName), lastName: stretch(name.lastName) };
		}
		return name;
	}

	private unused(first: readonly string[], last: readonly string[]): Name {
		const firstName = this.random.pick(first);
		let lastName = this.random.pick(last);
		while (this.taken.has(`${firstName} ${lastName}`)) {
			lastName = `${this.random.pick(last)}-${this.random.pick(last)}-${this.random.pick(last)}`;
		}
		this.taken.add(`${firstName} ${lastName}`);
		return { firstName, lastName };
	}
}

/** Exactly as long as Zoom allows; the name's own beginning keeps it unique. */
function stretch(name: string): string {
	return `${name} ${'of the very long name '.repeat(4)}`.slice(0, ZOOM_NAME_LIMIT - 1) + 'n';
}

export function fullName(name: Name): string {
	return `${name.firstName} ${name.lastName}`.trim();
}
