/** Tests and tooling: correctness, and the walls between the rooms. */
import path from 'node:path';

import js from '@eslint/js';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

const ROOT = path.join(import.meta.dirname, '../..');

const vendors = ['./nodes/AdobeConnect', './nodes/HubSpot', './nodes/Marketo', './nodes/Zoom'];

const wall = (target, from, message) => ({ target, from, message });

const rooms = {
	'import-x/no-restricted-paths': [
		'error',
		{
			basePath: ROOT,
			zones: [
				wall(
					'./nodes/shared/model',
					['./nodes/shared/transport', './nodes/shared/node'],
					'The model knows nobody.',
				),
				wall('./nodes/shared/items', './nodes/shared/node', 'Readers of items are pure.'),
				wall('./nodes/shared', vendors, 'What is shared knows no vendor.'),
				...vendors.map((vendor) =>
					wall(
						vendor,
						vendors.filter((other) => other !== vendor),
						'A vendor never knows another one.',
					),
				),
				wall(
					['./nodes/Zoom/mapping', './nodes/Zoom/webhook'],
					['./nodes/Zoom/transport', './nodes/Zoom/actions'],
					'Mapping and webhook parts are pure.',
				),
				wall(
					'./nodes/HubSpot/mapping',
					['./nodes/HubSpot/transport', './nodes/HubSpot/actions'],
					'Mapping is pure.',
				),
				wall(
					'./nodes/AdobeConnect/mapping',
					['./nodes/AdobeConnect/transport', './nodes/AdobeConnect/actions'],
					'Mapping is pure.',
				),
				wall(
					'./nodes/Marketo/mapping',
					['./nodes/Marketo/transport', './nodes/Marketo/actions'],
					'Mapping is pure.',
				),
				wall(
					vendors.map((vendor) => `${vendor}/transport`),
					vendors.map((vendor) => `${vendor}/actions`),
					'Transport knows no operation.',
				),
				wall('./nodes', './test', 'Nothing knows tests.'),
				wall(
					['./test/sandbox', './test/truth', './test/story'],
					['./nodes', './credentials'],
					'The sandbox and the truth are independent of the product.',
				),
				wall('./test/truth', './nodes', 'The truth is computed without the product.'),
			],
		},
	],
};

export default tseslint.config(
	{ ignores: ['dist/**', 'test/screenshots/**'] },
	js.configs.recommended,
	{
		files: ['**/*.ts'],
		extends: [tseslint.configs.recommended],
		plugins: { 'import-x': importX },
		settings: { 'import-x/resolver': { typescript: false, node: { extensions: ['.ts', '.js'] } } },
		rules: {
			...rooms,
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
			],
		},
	},
	{
		files: ['**/*.js', '**/*.mjs'],
		languageOptions: {
			globals: {
				console: 'readonly',
				process: 'readonly',
				require: 'readonly',
				module: 'writable',
				exports: 'writable',
				__dirname: 'readonly',
				Buffer: 'readonly',
				setTimeout: 'readonly',
				clearTimeout: 'readonly',
				URL: 'readonly',
				fetch: 'readonly',
			},
		},
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
);
