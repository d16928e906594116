/** HubSpot's own client drives the portal over its numbered paths, and the dated ones by apiRequest. */
import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/contacts';
import type { PropertyCreate } from '@hubspot/api-client/lib/codegen/crm/properties';
import { startPortal, type TestPortal } from './testPortal';

let portal: TestPortal;

beforeEach(async () => {
	portal = await startPortal();
});
afterEach(() => portal.close());
