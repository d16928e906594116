/**
 * Run by the Node.js on which n8n runs, which has SQLite built in: searches every text of a database.
 * Takes the database's file; on standard input JSON, [{ name, forms }]; prints JSON, see searchHome.ts.
 */
const fs = require('node:fs');
const { DatabaseSync } = require('node:sqlite');
const { occurrencesIn } = require('../../secrets/occurrences');

const secrets = JSON.parse(fs.readFileSync(0, 'utf8'));
const database = new DatabaseSync(process.argv[2], { readOnly: true, timeout: 10_000 });
const quoted = (name) => `"${name.replaceAll('"', '""')}"`;
const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
const found = [];
let texts = 0;
for (const { name: table } of tables) {
	for (const row of database.prepare(`SELECT * FROM ${quoted(table)}`).iterate()) {
		for (const [column, value] of Object.entries(row)) {
			const text = ArrayBuffer.isView(value) ? Buffer.from(value).toString('latin1') : value;
			if (typeof text !== 'string') continue;
			texts += 1;
			const where = `${table}.${column}, row ${row.id ?? row.executionId}`;
			for (const one of occurrencesIn(text, secrets)) found.push({ ...one, where });
		}
	}
}
database.close();
console.log(JSON.stringify({ texts, found }));
