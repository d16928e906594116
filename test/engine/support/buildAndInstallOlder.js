/** Before the engine tests on the oldest n8n. */
const { installOlder } = require('../../host/older');
const build = require('./build');

module.exports = async function buildAndInstallOlder() {
	installOlder();
	await build();
};
