import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';

import { asObject, asText } from '../../shared/transport/json';
import { secretFlaw, SHORTEST_SECRET } from './secrets';

const HEADER_NAME = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;

/**
 * Nothing can be asked of Marketo: it is Marketo that calls. So this says only whether the keys can
 * be used at all.
 */
export async function testIncomingCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { apiKey, webhookSecret, webhookHeader } = asObject(credential.data);
	const secrets = { 'Flow Step API Key': asText(apiKey), 'Webhook Secret': asText(webhookSecret) };
	const given = Object.entries(secrets).filter(([, secret]) => secret !== '');
	if (given.length === 0) {
		return refused(
			`Fill in Flow Step API Key or Webhook Secret, with at least ${SHORTEST_SECRET} characters`,
		);
	}
	for (const [name, secret] of given) {
		const flaw = secretFlaw(secret);
		if (flaw !== undefined) return refused(`${name} ${flaw}`);
	}
	if (secrets['Webhook Secret'] !== '' && !HEADER_NAME.test(asText(webhookHeader))) {
		return refused('Webhook Header is not the name of a header');
	}
	return {
		status: 'OK',
		message: `${given.map(([name]) => name).join(' and ')} can be used. Whether Marketo sends the same shows when it calls.`,
	};
}

function refused(message: string): INodeCredentialTestResult {
	return { status: 'Error', message };
}
