const { src, dest, parallel } = require('gulp');

/** Icons, codex and output schemas lie beside the code and must lie beside the compiled code too. */
const assets = (room) => () =>
	src([`${room}/**/*.svg`, `${room}/**/*.node.json`, `${room}/**/__schema__/**/*.json`], {
		encoding: false,
	}).pipe(dest(`dist/${room}`));

exports.default = parallel(
	Object.assign(assets('nodes'), { displayName: 'nodes' }),
	Object.assign(assets('credentials'), { displayName: 'credentials' }),
);
