const fs = require('node:fs');

const { build } = require('esbuild');
const { src, dest, parallel } = require('gulp');

/** Icons, codex and output schemas lie beside the code and must lie beside the compiled code too. */
const assets = (room) => () =>
	src([`${room}/**/*.svg`, `${room}/**/*.node.json`, `${room}/**/__schema__/**/*.json`], {
		encoding: false,
	}).pipe(dest(`dist/${room}`));

/**
 * The XML parser travels inside of our own file: the package has no dependencies, because an n8n need
 * not install them. The licences travel with it.
 */
const xmlParser = async () => {
	const file = 'nodes/AdobeConnect/xml/parser';
	const { outputFiles, metafile } = await build({
		entryPoints: [`${file}.ts`],
		bundle: true,
		format: 'cjs',
		platform: 'neutral',
		mainFields: ['module', 'main'],
		target: 'es2021',
		minifySyntax: true,
		metafile: true,
		write: false,
	});
	// The compiler's map is of the file that is replaced.
	fs.rmSync(`dist/${file}.js.map`, { force: true });
	fs.writeFileSync(`dist/${file}.js`, `${licences(metafile)}${outputFiles[0].text}`);
};

/** The licence of every library that something was taken from. */
const licences = ({ outputs }) => {
	const taken = Object.entries(Object.values(outputs)[0].inputs).filter(
		([, { bytesInOutput }]) => bytesInOutput > 0,
	);
	const folders = taken.map(([file]) => /^node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0]);
	return [...new Set(folders.filter(Boolean))].sort().map(licenceOf).join('');
};

const licenceOf = (folder) => {
	const { name, version, license, author } = JSON.parse(
		fs.readFileSync(`${folder}/package.json`, 'utf8'),
	);
	const file = `${folder}/LICENSE`;
	const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : mit(name, license, author);
	return `/*! ${name} ${version}\n${text.trim()}\n*/\n`;
};

/** Some publish their licence by name only; the words of this one are those of our own. */
const mit = (name, license, author) => {
	if (license !== 'MIT') throw new Error(`${name} carries no licence text`);
	const own = fs.readFileSync('LICENSE.md', 'utf8');
	const holder = typeof author === 'string' ? author : (author?.name ?? `the authors of ${name}`);
	return `MIT License\n\nCopyright (c) ${holder}\n\n${own.slice(own.indexOf('Permission'))}`;
};

exports.default = parallel(
	xmlParser,
	Object.assign(assets('nodes'), { displayName: 'nodes' }),
	Object.assign(assets('credentials'), { displayName: 'credentials' }),
);
