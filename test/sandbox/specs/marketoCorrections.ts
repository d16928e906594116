import type { JsonObject } from './openapi';
import type { Tolerance } from './tolerated';

/** Where Adobe's Swagger files contradict Adobe's own samples and pages, which are followed instead. */
export interface Correction extends Tolerance {
	definitions: RegExp;
	/** Default: both. */
	use?: 'request' | 'answer';
	/** Members that may be missing. */
	notRequired?: string[];
	/** Members that stand in another form than declared, or are not declared at all. */
	members?: Record<string, JsonObject>;
	/** More values of an enum. */
	values?: Record<string, unknown[]>;
	/** Fields of people and members: any more members. */
	open?: boolean;
}

const PAGES = 'https://experienceleague.adobe.com/en/docs/marketo-developer/marketo/rest';
/** `2015-05-28T18:47:15Z+0000` */
const ASSET_DATE: JsonObject = { type: 'string', pattern: 'Z\\+0000$' };
const TEXT_OR_NULL: JsonObject = { type: ['string', 'null'] };
const REASONS: JsonObject = {
	type: 'array',
	items: {
		type: 'object',
		required: ['code', 'message'],
		properties: { code: { type: 'string' }, message: { type: 'string' } },
	},
};

export const CORRECTIONS: Correction[] = [
	{
		name: 'envelope',
		definitions: /^ResponseOf/,
		use: 'answer',
		notRequired: ['errors', 'warnings', 'result'],
		reason: `No sample of the lead database has errors or warnings beside a result, and errors come without one: ${PAGES}/error-codes`,
	},
	{
		name: 'warning-texts',
		definitions: /^ResponseOf/,
		use: 'answer',
		members: { warnings: { type: 'array' } },
		reason: 'Warnings are declared as texts for assets and as objects elsewhere.',
	},
	{
		name: 'lead-fields',
		definitions: /^(Lead|PushLead|LeadFormFields)$/,
		open: true,
		reason: `The fields of a lead stand beside id and status: ${PAGES}/lead-database/leads`,
	},
	{
		name: 'row-reasons',
		definitions: /^(Lead|PushLead|ProgramMemberStatusResponse|FormResponse)$/,
		members: { reasons: REASONS },
		reason: `Skipped rows say reasons, a list, where the reference has reason or nothing: ${PAGES}/error-codes#record-level-errors`,
	},
	{
		name: 'member-fields',
		definitions: /^ProgramMemberData$/,
		notRequired: ['{fieldApiName}'],
		open: true,
		reason: `{fieldApiName} stands for the name of a field: ${PAGES}/lead-database/program-members`,
	},
	{
		name: 'member-row-fields',
		definitions: /^ProgramMember$/,
		notRequired: ['leadId', 'reachedSuccess', 'programId', 'acquiredBy', 'membershipDate'],
		open: true,
		reason: 'Rows hold what the parameter fields asks for; the five are only its default.',
	},
	{
		name: 'member-row-skipped',
		definitions: /^(ProgramMemberStatusResponse|ProgramMemberDeleteResponse)$/,
		notRequired: ['leadId'],
		reason: `Skipped rows of the samples have no leadId: ${PAGES}/lead-database/program-members`,
	},
	{
		name: 'member-created',
		definitions: /^ProgramMemberStatusResponse$/,
		values: { status: ['created'] },
		reason: `The status of a new member is set with "created": ${PAGES}/lead-database/program-members`,
	},
	{
		name: 'field-description',
		definitions: /^LeadField$/,
		notRequired: ['isApiCreated'],
		members: { description: TEXT_OR_NULL },
		reason: 'description is null in the samples, and isApiCreated missing for leads.',
	},
	{
		name: 'membership-of-lead',
		definitions: /^ProgramMembership$/,
		members: {
			id: { type: 'integer' },
			progressionStatusType: { type: 'string' },
			updatedAt: { type: 'string' },
		},
		reason: `The sample of leads by program has them: ${PAGES}/lead-database/leads#programs`,
	},
	{
		name: 'attribute-values',
		definitions: /^(Attribute|CustomActivityAttribute)$/,
		notRequired: ['name'],
		members: { value: {} },
		reason: `Values are plain, and written ones are named by apiName alone: ${PAGES}/activities`,
	},
	{
		name: 'lead-change-values',
		definitions: /^LeadChangeField$/,
		members: { newValue: {}, oldValue: {} },
		reason: 'Values of fields that are no texts come as they are; cleared ones are null.',
	},
	{
		name: 'added-activities',
		definitions: /^CustomActivity$/,
		notRequired: [
			'activityDate',
			'activityTypeId',
			'attributes',
			'errors',
			'id',
			'leadId',
			'primaryAttributeValue',
		],
		reason: `One definition for what is sent and what comes back; the samples hold a part each: ${PAGES}/activities`,
	},
	{
		name: 'partial-activity-types',
		definitions: /^(CustomActivityTypeRequest|CustomActivityTypeAttribute)$/,
		notRequired: ['apiName', 'name'],
		reason: 'The samples of updates and deletions leave out what the path or nothing needs.',
	},
	{
		name: 'activity-type-attributes',
		definitions: /^ActivityType$/,
		notRequired: ['attributes', 'primaryAttribute'],
		reason: 'Types without attributes exist.',
	},
	{
		name: 'channel-dates',
		definitions: /^ChannelResponse$/,
		members: { createdAt: ASSET_DATE, updatedAt: ASSET_DATE },
		reason: `Assets have dates of their own form: ${PAGES}/field-types`,
	},
	{
		name: 'channel-status-description',
		definitions: /^ChannelProgression$/,
		members: { description: TEXT_OR_NULL },
		reason: 'null in every sample.',
	},
	{
		name: 'program-rows',
		definitions: /^(ProgramResponse|BrowseAllPrograms)$/,
		notRequired: ['costs', 'tags'],
		members: {
			createdAt: ASSET_DATE,
			updatedAt: ASSET_DATE,
			costs: { type: ['array', 'null'] },
			headStart: { type: 'boolean' },
			startDate: { type: 'string' },
			endDate: { type: 'string' },
			folder: {
				type: 'object',
				required: ['type', 'value', 'folderName'],
				properties: {
					type: { type: 'string' },
					value: { type: 'integer' },
					folderName: { type: 'string' },
				},
			},
		},
		values: {
			status: [''],
			type: ['Default', 'Event', 'Event with Webinar', 'Engagement', 'Email'],
		},
		reason: `Folder, dates, type and status are others in all samples: ${PAGES}/assets/programs`,
	},
	{
		name: 'token-folder',
		definitions: /^TokenResponse$/,
		members: {
			folder: {
				type: 'object',
				required: ['type', 'value'],
				properties: { type: { type: 'string' }, value: { type: 'integer' } },
			},
		},
		reason: `An object in the samples, declared as a text: ${PAGES}/assets/tokens`,
	},
	{
		name: 'smart-campaign-rows',
		definitions: /^SmartCampaignResponse$/,
		notRequired: [
			'qualificationRuleInterval',
			'qualificationRuleUnit',
			'maxMembers',
			'folder',
			'recurrence',
		],
		members: { createdAt: ASSET_DATE, updatedAt: ASSET_DATE },
		reason: `What does not apply is left out: ${PAGES}/assets/smart-campaigns`,
	},
	{
		name: 'recurrence',
		definitions: /^Recurrence$/,
		notRequired: [
			'startAt',
			'endAt',
			'intervalType',
			'interval',
			'weekdayMask',
			'dayOfMonth',
			'dayOfWeek',
			'weekOfMonth',
		],
		reason: 'Campaigns without a schedule have weekdayOnly alone.',
	},
	{
		name: 'campaign-started',
		definitions: /^Campaign$/,
		notRequired: ['createdAt', 'name', 'type', 'updatedAt'],
		reason: 'Trigger and schedule answer with the id alone.',
	},
	{
		name: 'usage-dates',
		definitions: /^(UsageData|ErrorsData)$/,
		members: { date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } },
		reason: `A day, no moment: ${PAGES}/usage`,
	},
	{
		name: 'import-status',
		definitions: /^ImportProgramMemberResponse$/,
		members: {
			numOfLeadsProcessed: { type: 'integer' },
			numOfRowsFailed: { type: 'integer' },
			numOfRowsWithWarning: { type: 'integer' },
			message: { type: 'string' },
		},
		reason: 'The samples of the status have them.',
	},
	{
		name: 'form-skipped',
		definitions: /^FormResponse$/,
		notRequired: ['id'],
		reason: 'A refused record has no number, as everywhere.',
	},
	{
		name: 'export-filter',
		definitions: /^ExportProgramMemberFilter$/,
		notRequired: ['programId', 'programIds'],
		reason: 'One of the two is enough, as in the sample.',
	},
	{
		name: 'export-header-names',
		definitions: /^ColumnHeaderNames$/,
		notRequired: ['name', 'value'],
		open: true,
		reason: 'A map from field to title: name and value stand for them.',
	},
	{
		name: 'export-dates',
		definitions: /^ExportResponse$/,
		members: { format: { type: 'string' } },
		reason: 'The type of format is declared inside of its own format.',
	},
	{
		name: 'activity-export-fields',
		definitions: /^ExportActivityRequest$/,
		notRequired: ['fields'],
		reason: 'The sample names none.',
	},
];
