// The curl commands that we export, run by a shell against the practice workspace.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { promisify } from "node:util";

import { decoded, signedJwt } from "./jwt.js";
import { startWorkspace } from "./program.js";

let workspace;

before(async () => {
  workspace = await startWorkspace();
});

after(() => workspace?.stop());

/** Runs each command with the environment that its notes ask for; the first one's token serves the others. */
async function answers(file, environment = {}) {
  const lines = (await readFile(file, "utf8")).split("\n");
  const commands = lines.filter((line) => line.startsWith("curl "));
  const run = async (command, more) => {
    const env = { PATH: process.env.PATH, ...environment, ...more };
    const { stdout } = await promisify(execFile)("sh", ["-c", command], { env });
    return JSON.parse(stdout);
  };
  const [first, ...others] = commands;
  const token = await run(first);
  assert.ok(token.access_token, JSON.stringify(token));
  const calls = await Promise.all(others.map((command) => run(command, { ACCESS_TOKEN: token.access_token })));
  return { token, calls };
}

function checkCalls([sessions, classes, profile]) {
  assert.deepEqual(sessions.data, { sessions: [] });
  assert.ok(classes.results.length > 0);
  assert.equal(profile.data.type, "users");
}

test("with its secret, each command of an OAuth credential works as it stands", async () => {
  const { token, calls } = await answers(await workspace.exported("oauth", "curl"));
  assert.equal(token.expires_in, 86_399);
  checkCalls(calls);
});

test("without, the secret comes from the environment", async () => {
  const file = await workspace.exported("oauth", "curl", { secrets: false });
  const secret = workspace.practice.oauth.clientSecret;
  assert.ok(!(await readFile(file, "utf8")).includes(secret));
  const { calls } = await answers(file, { CLIENT_SECRET: secret });
  checkCalls(calls);
});

test("a service account's commands take the JWT from the environment", async () => {
  const { practice, keyPair } = workspace;
  const { clientId, technicalAccountId, metascopes } = practice.serviceAccount;
  const jwt = signedJwt({
    ims: practice.ims,
    organizationId: practice.organizationId,
    technicalAccountId,
    clientId,
    metascopes,
    privateKey: keyPair.privateKey,
  });
  const { token, calls } = await answers(await workspace.exported("service-account", "curl"), { JWT_TOKEN: jwt });
  assert.equal(decoded(token.access_token).payload.client_id, clientId);
  checkCalls(calls);
});
