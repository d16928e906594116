import type { MarketoService } from '../../contract';
import type { JsonRecord } from '../json';
import type { ServiceDefinition } from './definition';
import type { FieldMappings } from './mapping';
import type { ServiceCaller } from './serviceCalls';

/** A service of Admin > Service Providers. */
export class InstalledService implements MarketoService {
	readonly apiName: string;
	readonly name: string;
	readonly baseUrl: string;
	readonly document: JsonRecord;
	readonly definition: JsonRecord;
	status: JsonRecord;
	readonly icons: MarketoService['icons'];
	readonly instructions: string | null;
	readonly mappings: FieldMappings;
	readonly settings: Record<string, string>;
	readonly activityTypeId: number;
	readonly picklists: MarketoService['picklists'] = {};
	/** Error codes that it has used for people and for chunks: the two must not share a name. */
	readonly usedCodes = { people: new Set<string>(), chunks: new Set<string>() };

	constructor(
		facts: Pick<
			MarketoService,
			| 'apiName'
			| 'name'
			| 'baseUrl'
			| 'document'
			| 'definition'
			| 'status'
			| 'icons'
			| 'instructions'
			| 'mappings'
			| 'settings'
			| 'activityTypeId'
		>,
		readonly read: ServiceDefinition,
		readonly caller: ServiceCaller,
	) {
		this.apiName = facts.apiName;
		this.name = facts.name;
		this.baseUrl = facts.baseUrl;
		this.document = facts.document;
		this.definition = facts.definition;
		this.status = facts.status;
		this.icons = facts.icons;
		this.instructions = facts.instructions;
		this.mappings = facts.mappings;
		this.settings = facts.settings;
		this.activityTypeId = facts.activityTypeId;
	}
}
