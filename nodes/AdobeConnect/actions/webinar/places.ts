import { ParameterError } from '../../../shared/node/errors';
import { unless } from '../../../shared/transport/unless';
import { toLicence, whyNotUnder, type SeminarLicence } from '../../mapping/seminarLicence';
import { getFolderIds, getSco } from '../../transport/endpoints/scos';
import { getLicences } from '../../transport/endpoints/seminars';
import { adobeError } from '../../transport/errors';
import type { AdobeClient } from '../../transport/request';
import { isHidden } from '../../transport/told';
import { attributeOf } from '../../xml/element';
import type { NewWebinar } from './newWebinar';

/** Where rooms are made; read once for a whole run. */
export class Places {
	private folders: Promise<ReadonlyMap<string, string>> | undefined;
	private licences: Promise<SeminarLicence[] | undefined> | undefined;

	constructor(private readonly client: AdobeClient) {}

	/**
	 * sco-id of the folder in which the room is to be made.
	 * @param now epoch milliseconds
	 * @throws VendorError licenceUsedUp when the licence does not carry it
	 * @throws ParameterError when nobody says where, or what is said is no place for it
	 */
	async placeFor(wanted: NewWebinar, now: number): Promise<string> {
		return wanted.kind === 'seminar'
			? await this.licenceFor(wanted, now)
			: await this.folderFor(wanted);
	}

	/** The licence in whose folder a room lies; undefined when nobody tells. */
	async licenceOf(folderId: string): Promise<SeminarLicence | undefined> {
		return (await this.readLicences())?.find(({ id }) => id === folderId);
	}

	private async folderFor({ placeId }: NewWebinar): Promise<string> {
		if (placeId !== '') return placeId;
		const folders = await this.readFolders();
		const folderId = folders.get('my-meetings') ?? folders.get('meetings');
		if (folderId !== undefined) return folderId;
		throw new ParameterError(
			'The user of the credential has no folder for meetings',
			'Choose a folder, or add the user to the group Meeting Hosts in Adobe Connect',
		);
	}

	private async licenceFor({ placeId, times, expected }: NewWebinar, now: number): Promise<string> {
		const licences = await this.readLicences();
		// Who may not see licences may still know the folder; Adobe Connect checks it then.
		if (licences === undefined) return placeId || unlisted();
		const plan = { start: times?.start ?? '', expected, now };
		if (placeId === '') return theOnly(licences, plan).id;
		const id = await this.licenceIdOf(placeId, licences);
		const licence = licences.find((one) => one.id === id);
		if (licence === undefined) {
			throw new ParameterError(
				`The folder ${placeId} does not belong to a seminar licence`,
				'Choose a licence from the list in Seminar Licence, or choose Meeting in Kind',
			);
		}
		refuseUnfit(whyNotUnder(licence, plan));
		return placeId;
	}

	/** A folder within a licence is a place for seminars, too. */
	private async licenceIdOf(placeId: string, licences: readonly SeminarLicence[]): Promise<string> {
		if (licences.some(({ id }) => id === placeId)) return placeId;
		const folder = await unless(isHidden, getSco(this.client, placeId, 'the folder'));
		return folder === undefined ? '' : attributeOf(folder, 'folder-id');
	}

	private async readFolders(): Promise<ReadonlyMap<string, string>> {
		this.folders ??= getFolderIds(this.client);
		return await this.folders;
	}

	/** undefined where the user of the credential may not list them. */
	private async readLicences(): Promise<SeminarLicence[] | undefined> {
		this.licences ??= this.askLicences();
		return await this.licences;
	}

	private async askLicences(): Promise<SeminarLicence[] | undefined> {
		const seminarsId = (await this.readFolders()).get('seminars');
		if (seminarsId === undefined) return undefined;
		const rows = await unless(isHidden, getLicences(this.client, seminarsId));
		return rows?.map(toLicence);
	}
}

function unlisted(): never {
	throw new ParameterError(
		'The user of the credential may not list seminar licences',
		'Enter the folder of the licence by ID in Seminar Licence, or add the user to the group Seminar Hosts in Adobe Connect',
	);
}

type Plan = Parameters<typeof whyNotUnder>[1];

function theOnly(licences: readonly SeminarLicence[], plan: Plan): SeminarLicence {
	const fit = licences.filter((licence) => whyNotUnder(licence, plan) === undefined);
	const [first, ...others] = fit;
	if (first !== undefined && others.length === 0) return first;
	const [only] = licences;
	if (licences.length === 1 && only !== undefined) refuseUnfit(whyNotUnder(only, plan));
	throw new ParameterError(
		first === undefined
			? 'No seminar licence of the account fits this seminar'
			: `${fit.length} seminar licences fit this seminar: ${fit.map(({ name }) => name).join(', ')}`,
		first === undefined
			? 'Choose the licence in Seminar Licence to read what is wrong with it, or choose Meeting in Kind'
			: 'Choose one in Seminar Licence',
	);
}

/** @throws VendorError licenceUsedUp when there is a reason */
export function refuseUnfit(why: string | undefined): void {
	if (why === undefined) return;
	throw adobeError({
		status: 200,
		code: 'no-access/no-quota',
		message: why,
		repair: 'Choose another seminar licence or another time, expect fewer people, or extend it',
		reason: 'licenceUsedUp',
	});
}
