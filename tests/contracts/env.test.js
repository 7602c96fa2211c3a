// A `.env` file that we exported, read by Node itself and by dotenv.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { decoded } from "./jwt.js";
import { startWorkspace } from "./program.js";

const client = join(import.meta.dirname, "env-client.js");
// The dotenv that aio reads such files with.
const dotenv = createRequire(import.meta.resolve("@adobe/aio-lib-ims"))("dotenv");

let workspace;

before(async () => {
  workspace = await startWorkspace();
});

after(() => workspace?.stop());

async function answered(options, environment = {}) {
  const { stdout } = await promisify(execFile)(process.execPath, [...options, client], { env: environment });
  return JSON.parse(stdout);
}

for (const [credentials, name] of [
  ["oauth", "oauth"],
  ["service-account", "serviceAccount"],
]) {
  test(`node --env-file gets a token with ${credentials}`, async () => {
    const file = await workspace.exported(credentials, "env");
    const answer = await answered([`--env-file=${file}`]);
    const { payload } = decoded(answer.access_token);
    assert.equal(payload.client_id, workspace.practice[name].clientId);
  });

  test(`dotenv gets a token with ${credentials}`, async () => {
    const file = await workspace.exported(credentials, "env");
    const answer = await answered([], dotenv.parse(await readFile(file)));
    const { payload } = decoded(answer.access_token);
    assert.equal(payload.client_id, workspace.practice[name].clientId);
  });
}
