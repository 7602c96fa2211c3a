// The Parquet dataset that we export, read by DuckDB as one table.

import { DuckDBInstance } from "@duckdb/node-api";
import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { exportedArchive } from "./program.js";

const organization = "0A1B2C3D@AdobeOrg";
const checkout = "0f8fad5b-d9cb-469f-a165-70867728950e";
const returns = "session/of returns";
const days = ["2026-11-19", "2026-11-20", "2026-11-21"];

let folder;
let connection;
let dataset;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "assurance-desk-parquet-"));
  dataset = join(folder, "history");
  await exported(checkout, days.flatMap((day) => Array.from({ length: 10 }, (_, number) => event(day, number))));
  await exported(returns, [{ uuid: "lone", timestamp: Date.parse(`${days[0]}T23:59:59.999Z`), payload: "plain text" }]);
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run("SET TimeZone = 'Asia/Kolkata'");
  await connection.run(
    `CREATE VIEW events AS FROM read_parquet('${dataset.replaceAll("'", "''")}/**/*.parquet', hive_partitioning = true)`,
  );
});

after(async () => {
  connection?.closeSync();
  await rm(folder, { recursive: true, force: true });
});

async function exported(session, events) {
  const file = join(folder, "session.json");
  await writeFile(file, JSON.stringify({ uuid: session, orgId: organization, token: 42, events }));
  await exportedArchive(file, "parquet", dataset);
}

function event(day, number) {
  return {
    uuid: `${day}-${number}`,
    eventNumber: number,
    clientId: number % 2 ? "c1" : null,
    timestamp: Date.parse(`${day}T12:00:00.007Z`) + number,
    vendor: "com.adobe.griffon.mobile",
    type: "generic",
    payload: {
      ACPExtensionEventName: "Edge request",
      ACPExtensionEventType: "com.adobe.eventtype.edge",
      ACPExtensionEventSource: "com.adobe.eventsource.requestcontent",
      ACPExtensionEventData: { xdm: { eventType: "commerce.purchases", total: 9.5 * number, "a key": "ünï 🦀" } },
    },
    annotations: [],
  };
}

async function rows(sql) {
  return (await connection.runAndReadAll(sql)).getRowObjectsJson();
}

test("every event of every session is a row, and the folders are columns", async () => {
  const partitions = await rows(
    "SELECT organization, session, day, count(*)::INT AS events FROM events GROUP BY ALL ORDER BY session, day",
  );
  assert.deepEqual(partitions, [
    ...days.map((day) => ({ organization, session: checkout, day, events: 10 })),
    { organization, session: returns, day: days[0], events: 1 },
  ]);
  const [{ type }] = await rows("SELECT typeof(day) AS type FROM events LIMIT 1");
  assert.equal(type, "DATE");
});

test("a row says what the event says", async () => {
  const wanted = event(days[1], 3);
  const [row] = await rows(`SELECT * EXCLUDE timestamp, epoch_ms(timestamp)::DOUBLE AS ms, typeof(timestamp) AS type_of_time
    FROM events WHERE uuid = '${wanted.uuid}'`);
  assert.equal(row.ms, wanted.timestamp);
  assert.equal(row.type_of_time, "TIMESTAMP WITH TIME ZONE");
  assert.deepEqual(JSON.parse(row.event), wanted);
  assert.deepEqual(JSON.parse(row.payload), wanted.payload);
  const { event_number, client_id, vendor, type, event_type, source, name } = row;
  assert.deepEqual(
    { event_number, client_id, vendor, type, event_type, source, name },
    {
      event_number: "3",
      client_id: "c1",
      vendor: wanted.vendor,
      type: "generic",
      event_type: "edge",
      source: "requestcontent",
      name: "Edge request",
    },
  );
  const [{ without }] = await rows("SELECT count(*)::INT AS without FROM events WHERE client_id IS NULL");
  assert.equal(without, 16);
});

test("a path of the payload is asked for in JSON", async () => {
  const [{ sum, key }] = await rows(`SELECT sum(json_extract(payload, '$.ACPExtensionEventData.xdm.total')::DOUBLE) AS sum,
    any_value(payload ->> '$.ACPExtensionEventData.xdm."a key"') AS key
    FROM events WHERE payload ->> '$.ACPExtensionEventData.xdm.eventType' = 'commerce.purchases'`);
  assert.equal(sum, days.length * 9.5 * 45);
  assert.equal(key, "ünï 🦀");
  const [{ text }] = await rows("SELECT payload ->> '$' AS text FROM events WHERE uuid = 'lone'");
  assert.equal(text, "plain text");
});

test("a filter on the day reads the files of that day and no others", async () => {
  const wanted = `day = DATE '${days[2]}'`;
  assert.equal((await rows(`FROM events WHERE ${wanted}`)).length, 10);
  const [plan] = await rows(`EXPLAIN ANALYZE SELECT count(uuid) FROM events WHERE ${wanted}`);
  assert.match(plan.explain_value, /Scanning Files: 1\/4/);
});
