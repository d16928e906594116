import {
	ICredentialsHelper,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplified,
	type IWorkflowExecuteAdditionalData,
	type Workflow,
} from 'n8n-workflow';

import { keepCredential } from '../../secrets/credentialSecrets';
import type { PackageTypes } from './nodeTypes';

/** Credential type -> the fields a user would fill in. */
export type CredentialValues = Record<string, ICredentialDataDecryptedObject>;

/**
 * n8n's credential store in memory: applies defaults, expressions (`$self`) and the generic
 * authentication of our credential types, and keeps OAuth tokens as n8n does.
 */
export class MemoryCredentials extends ICredentialsHelper {
	constructor(
		private readonly types: PackageTypes,
		private readonly values: CredentialValues,
	) {
		super();
	}

	getParentTypes(name: string): string[] {
		return this.types.credential(name)?.extends ?? [];
	}

	isCredentialUsableByNode(): boolean {
		return true;
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		const typed = this.values[type];
		if (typed === undefined) throw new Error(`No credential of type ${type}`);
		const data: ICredentialDataDecryptedObject = {};
		for (const property of this.types.credential(type)?.properties ?? []) {
			data[property.name] = property.default as string;
		}
		Object.assign(data, typed);
		keepCredential(type, typed);
		for (const [key, value] of Object.entries(data)) {
			if (typeof value === 'string' && value.startsWith('={{')) data[key] = resolve(value, data);
		}
		return data;
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		typeName: string,
		requestOptions: IHttpRequestOptions | IRequestOptionsSimplified,
		workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const options = requestOptions as IHttpRequestOptions;
		const authenticate = this.types.credential(typeName)?.authenticate;
		if (authenticate === undefined || workflow === undefined || node === undefined) return options;
		if (typeof authenticate === 'function') return await authenticate(credentials, options);
		const headers: Record<string, unknown> = { ...options.headers };
		for (const [name, value] of Object.entries(authenticate.properties.headers ?? {})) {
			headers[name] = workflow.expression.getSimpleParameterValue(node, String(value), 'internal', {
				$credentials: credentials,
			});
		}
		return { ...options, headers: headers as IHttpRequestOptions['headers'] };
	}

	async preAuthentication(): Promise<undefined> {
		return undefined;
	}

	async runPreAuthentication(): Promise<undefined> {
		return undefined;
	}

	async getCredentials(): Promise<ICredentials> {
		throw new Error('Not used by the engine here');
	}

	async updateCredentials(): Promise<void> {}

	async updateCredentialsOauthTokenData(
		_details: INodeCredentialsDetails,
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<void> {
		keepCredential(type, { oauthTokenData: data.oauthTokenData });
		this.values[type] = { ...this.values[type], oauthTokenData: data.oauthTokenData };
	}

	getCredentialsProperties(type: string): INodeProperties[] {
		return this.types.credential(type)?.properties ?? [];
	}
}

/** The subset of n8n's expressions that our credential defaults use: JavaScript over `$self`. */
function resolve(expression: string, self: ICredentialDataDecryptedObject): string {
	const code = expression.slice(3, -2).trim();
	return String(new Function('$self', `return (${code});`)(self));
}
