import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { webinarFromFields } from '../../../../shared/items/webinarFields';
import { readWebinarItem, type WebinarItem } from '../../../../shared/items/webinarItem';
import { ParameterError, unresolvedField } from '../../../../shared/node/errors';
import { asObject, asText } from '../../../../shared/transport/json';
import type { ConnectionRules } from '../../../mapping/connectionPlan';

export interface ConnectOptions extends ConnectionRules {
	/** Nothing is written. */
	preview: boolean;
	/** A program without the statuses of a webinar is connected all the same. */
	anyChannel: boolean;
	/** Of dates and times that mails show. */
	locale: string;
	/** The general link is written to members where nobody has to register. */
	joinLinks: boolean;
}

/** @throws ParameterError for a language that does not exist */
export function readConnectOptions(context: IExecuteFunctions): ConnectOptions {
	const options = asObject(context.getNodeParameter('options', 0, {}));
	return {
		preview: context.getNodeParameter('preview', 0, false) === true,
		replace: options.ifConnected === 'replace',
		anyChannel: options.ifWrongChannel === 'connect',
		wholeSeries: options.dateOfSeries === 'series',
		locale: checkedLocale(asText(options.locale).trim() || 'en-US'),
		joinLinks: options.writeJoinLink !== false,
		now: Date.now(),
	};
}

function checkedLocale(locale: string): string {
	const isKnown = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(locale);
	if (isKnown && Intl.DateTimeFormat.supportedLocalesOf([locale]).length > 0) return locale;
	throw new ParameterError(
		`Language of Dates is not a language that n8n knows: ${locale}`,
		'Enter a language with its country, e.g. en-US, de-DE or fr-FR',
	);
}

/** One webinar per item. A field that n8n cannot resolve is that item's problem alone. */
export function readWebinars(
	context: IExecuteFunctions,
	items: readonly INodeExecutionData[],
): WebinarItem[] {
	const manual = context.getNodeParameter('mapData', 0, 'automatic') === 'manual';
	return items.map(({ json }, index) =>
		manual ? readMapped(context, index) : readWebinarItem(json, 'marketo'),
	);
}

function readMapped(context: IExecuteFunctions, index: number): WebinarItem {
	try {
		const values = asObject(context.getNodeParameter('fields.value', index, {}));
		return readWebinarItem(webinarFromFields(values), 'marketo');
	} catch (error) {
		const problem = {
			message: unresolvedField(error),
			repair: 'Correct the value of the named field under Fields, for this item',
		};
		return { ...readWebinarItem({}, 'marketo'), problem };
	}
}
