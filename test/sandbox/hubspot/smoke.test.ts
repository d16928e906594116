import { startPortal } from './testPortal';
it('starts', async () => {
	const p = await startPortal();
	console.log(JSON.stringify((await p.call('GET', '/account-info/2026-03/details')).body));
	console.log(JSON.stringify((await p.call('POST', '/crm/objects/2026-09/contacts/batch/read', {idProperty:'email', properties:['email','hs_additional_emails'],inputs:[{id:'BOB@home.example'},{id:'x@y.com'}]})).body));
	const q = await startPortal({routerOptions:{ignoreTrailingSlash:true}});
	await q.close();
	await p.close();
});
