// The configuration of aepp, the Python library. Python is not asked for here; instead this reads the file as aepp's
// `importConfigFile` does (aepp/configs.py of aepp 0.6.0, and of 0.3.14 for JWT, the last with it). Version 0.3.14 looks
// for "pathToKey" among keys that it has made lower-case, so it never recognises a service account by itself: people
// must call `importConfigFile(path, auth_type="jwt")`.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { startWorkspace } from "./program.js";

let workspace;

before(async () => {
  workspace = await startWorkspace();
});

after(() => workspace?.stop());

/** The keys that it reads without a fallback name, whatever their case. */
const READ_FOR_OAUTH = ["client_id", "environment", "org_id", "sandbox-name", "scopes", "secret"];
const READ_FOR_JWT = ["client_id", "environment", "org_id", "pathToKey", "sandbox-name", "secret", "tech_id"];

async function exported(credentials) {
  return JSON.parse(await readFile(await workspace.exported(credentials, "aepp"), "utf8"));
}

test("an OAuth configuration has exactly the keys that aepp reads", async () => {
  const { practice } = workspace;
  const configuration = await exported("oauth");
  assert.deepEqual(Object.keys(configuration).sort(), READ_FOR_OAUTH);
  assert.equal(configuration.org_id, practice.organizationId);
  assert.equal(configuration.client_id, practice.oauth.clientId);
  assert.equal(configuration.secret, practice.oauth.clientSecret);
  assert.equal(configuration.environment, "prod");
  // A list is joined with commas; of a text the blanks are removed, so both must give the same.
  const { scopes } = configuration;
  const read = Array.isArray(scopes) ? scopes.join(",") : scopes.replaceAll(" ", "");
  assert.equal(read, practice.oauth.scopes.join(","));
});

test("a service account's configuration has exactly the keys that aepp 0.3.14 reads", async () => {
  const { practice } = workspace;
  const configuration = await exported("service-account");
  assert.deepEqual(Object.keys(configuration).sort(), READ_FOR_JWT);
  assert.equal(configuration.tech_id, practice.serviceAccount.technicalAccountId);
  assert.equal(configuration.secret, practice.serviceAccount.clientSecret);
  // aepp opens this path; with `scopes` beside it the file would be taken for OAuth.
  assert.equal(configuration.pathToKey, "private.key");
});
