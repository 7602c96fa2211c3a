// DuckDB, for `cargo xtask bench --only archive`.
//
//   node duckdb.mjs import EVENTS.ndjson DATABASE          makes a table of the events in a new database file
//   node duckdb.mjs import-packed EVENTS.ndjson DATABASE   the same, with the payloads packed by zstd
//   node duckdb.mjs serve DATABASE                         opens it, then times each line of its input, an SQL query
//
// It answers in pairs of a name and a number: seconds, bytes, the rows that a query counted, resident memory in bytes.

import { statSync } from "node:fs";
import { createInterface } from "node:readline";
import { DuckDBInstance } from "@duckdb/node-api";

// The newest form of its files, which packs best.
const OPTIONS = { storage_compatibility_version: "latest" };

// The columns that an archive keeps beside the event itself. Those of the file are named, because guessing them takes longer.
const TABLE = (payload) => `
  CREATE TABLE events (
    uuid VARCHAR, eventNumber BIGINT, clientId VARCHAR, timestamp BIGINT, vendor VARCHAR, type VARCHAR,
    name VARCHAR, eventType VARCHAR, source VARCHAR, payload ${payload}
  )`;
const READ = (file) => `
  INSERT INTO events SELECT
    uuid, eventNumber, clientId, timestamp, vendor, type,
    coalesce(payload->>'$.ACPExtensionEventName', payload->>'$.name'),
    payload->>'$.ACPExtensionEventType',
    payload->>'$.ACPExtensionEventSource',
    payload
  FROM read_ndjson('${file.replaceAll("'", "''")}', columns = {
    uuid: 'VARCHAR', eventNumber: 'BIGINT', clientId: 'VARCHAR', timestamp: 'BIGINT', vendor: 'VARCHAR', type: 'VARCHAR', payload: 'JSON'
  })`;

async function importEvents(payload, file, database) {
  const started = performance.now();
  const instance = await DuckDBInstance.create(database, OPTIONS);
  const connection = await instance.connect();
  await connection.run(TABLE(payload));
  await connection.run(READ(file));
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
  const seconds = (performance.now() - started) / 1000;
  answer({ seconds, bytes: statSync(database).size, resident: process.resourceUsage().maxRSS * 1024 });
}

async function serve(database) {
  const instance = await DuckDBInstance.create(database, OPTIONS);
  const connection = await instance.connect();
  answer({ resident: process.memoryUsage.rss() });
  for await (const query of createInterface({ input: process.stdin })) {
    const started = performance.now();
    const result = await connection.runAndReadAll(query);
    const seconds = (performance.now() - started) / 1000;
    answer({ seconds, count: result.getRows()[0][0], resident: process.memoryUsage.rss() });
  }
}

function answer(numbers) {
  console.log(Object.entries(numbers).flat().join(" "));
}

const [mode, ...files] = process.argv.slice(2);
const modes = {
  import: () => importEvents("JSON", ...files),
  "import-packed": () => importEvents("JSON USING COMPRESSION zstd", ...files),
  serve: () => serve(...files),
};
await modes[mode]();
