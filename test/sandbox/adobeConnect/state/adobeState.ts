import type { Kernel } from '../../kernel/kernel';
import type { AdobeCall, AdobeMail } from '../contract';
import { adobeDate } from '../http/dates';
import type {
	AdobeConnectWorld,
	AdobeEvent,
	AdobeFolder,
	AdobeGroup,
	AdobePrincipal,
	AdobeRoom,
	AdobeSeminarLicence,
	AdobeUnsure,
} from '../world';

const DEFAULT_UNSURE: AdobeUnsure = {
	attendanceStatus: { attended: '1', absent: '0' },
	registerNamesPrincipal: 'known',
	recordingJobs: true,
	loginsWithoutCookie: 0,
	emptyLists: 'empty',
	multipleAnswers: 'rows',
};

const ANSWER_DELAY_MS = 2;
/** Larger than every id that worlds use. */
const FIRST_NEW_ID = 5_000_000_000;

/** Everything that the account holds. */
export class AdobeState {
	readonly principals: Map<string, AdobePrincipal>;
	readonly groups: Map<string, AdobeGroup>;
	readonly folders: Map<string, AdobeFolder>;
	readonly licences: Map<string, AdobeSeminarLicence>;
	readonly rooms: Map<string, AdobeRoom>;
	readonly events: Map<string, AdobeEvent>;
	readonly unsure: AdobeUnsure;
	readonly calls: AdobeCall[] = [];
	readonly mails: AdobeMail[] = [];
	/** Epoch milliseconds, of principals who came while the sandbox was running; the bulk reports lag. */
	readonly madeAt = new Map<string, number>();
	/** Most calls of one session that were being answered at the same time. */
	mostAtOnce = 0;
	/** By session. */
	private readonly running = new Map<string, number>();
	private lastId = FIRST_NEW_ID;

	constructor(
		readonly kernel: Kernel,
		readonly world: AdobeConnectWorld,
		/** Address of the account for people, without a slash at the end. */
		readonly host: () => string,
	) {
		const copy = structuredClone(world);
		this.principals = byId(copy.principals);
		this.groups = byId(copy.groups ?? []);
		this.folders = byId(copy.folders ?? []);
		this.licences = byId(copy.licences);
		this.rooms = byId(copy.rooms);
		this.events = byId(copy.events);
		this.unsure = { ...DEFAULT_UNSURE, ...copy.unsure };
	}

	/** The time that an answer takes; calls of one session that overlap are counted. */
	async takeTime(session: string | null): Promise<void> {
		const delay = this.world.answerDelayMs ?? ANSWER_DELAY_MS;
		if (delay <= 0) return;
		if (session !== null) this.count(session, 1);
		await new Promise((resolve) => setTimeout(resolve, delay));
		if (session !== null) this.count(session, -1);
	}

	private count(session: string, step: 1 | -1): void {
		const running = (this.running.get(session) ?? 0) + step;
		this.running.set(session, running);
		this.mostAtOnce = Math.max(this.mostAtOnce, running);
	}

	newId(): string {
		this.lastId += 1;
		return String(this.lastId);
	}

	addPrincipal(principal: AdobePrincipal): void {
		this.principals.set(principal.id, principal);
		this.madeAt.set(principal.id, this.kernel.now());
	}

	/** Sandbox time as ISO UTC. */
	nowIso(): string {
		return new Date(this.kernel.now()).toISOString();
	}

	/** ISO UTC as Adobe writes it. */
	date(iso: string): string {
		return adobeDate(iso, this.world.timeZone.javaId);
	}

	optionalDate(iso: string | null | undefined): string | undefined {
		return iso === null || iso === undefined ? undefined : this.date(iso);
	}

	/** Logins are compared without case. */
	principalByLogin(login: string): AdobePrincipal | undefined {
		const wanted = login.trim().toLowerCase();
		return [...this.principals.values()].find((one) => one.login.toLowerCase() === wanted);
	}

	nameOf(principalId: string): string {
		const principal = this.principals.get(principalId);
		return principal ? fullName(principal) : '';
	}
}

export function fullName({ firstName, lastName }: AdobePrincipal): string {
	return `${firstName} ${lastName}`.trim();
}

function byId<T extends { id: string }>(rows: T[]): Map<string, T> {
	return new Map(rows.map((row) => [row.id, row]));
}
