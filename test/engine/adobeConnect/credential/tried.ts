import { CredentialTestContext } from 'n8n-core';
import {
	Workflow,
	type ICredentialTestFunctions,
	type INodeCredentialTestResult,
} from 'n8n-workflow';

import { MemoryCredentials, type CredentialValues } from '../../support/credentials';
import { PACKAGE } from '../../support/nodeTypes';
import { additionalDataFor, packageTypes } from '../../support/runNode';
import { ADOBE } from '../support/run';

/** The credential's test, as n8n runs it when somebody opens or saves the credential. */
export async function tried(values: CredentialValues): Promise<INodeCredentialTestResult> {
	const nodeTypes = await packageTypes();
	const { description, methods } = nodeTypes.getByNameAndVersion(`${PACKAGE}.adobeConnect`);
	const { testedBy } = description.credentials!.find(({ name }) => name === ADOBE)!;
	const test = methods!.credentialTest![testedBy as string]!;
	const workflow = new Workflow({
		id: 'credential',
		nodes: [],
		connections: {},
		active: false,
		nodeTypes,
	});
	const additionalData = additionalDataFor(nodeTypes, values, workflow);
	const data = await new MemoryCredentials(nodeTypes, values).getDecrypted(
		additionalData,
		{ id: '1', name: ADOBE },
		ADOBE,
	);
	const context = new CredentialTestContext(additionalData) as ICredentialTestFunctions;
	return await test.call(context, { id: '1', name: ADOBE, type: ADOBE, data });
}
