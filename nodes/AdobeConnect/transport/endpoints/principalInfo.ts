import type { AdobeClient } from '../request';
import type { XmlElement } from '../../xml/element';

/**
 * `<results>` about one person: `<contact>` with the address and names, `<principal>` with the login.
 * https://helpx.adobe.com/adobe-connect/webservices/principal-info.html
 */
export async function getPrincipalInfo(
	client: AdobeClient,
	principalId: string,
): Promise<XmlElement> {
	const parameters = [['principal-id', principalId]] as const;
	return await client.call({ action: 'principal-info', parameters, what: 'the person' });
}
