// Adobe's own @adobe/jwt-auth against the practice workspace: what it gets from Adobe, it must get here.

import authorize from "@adobe/jwt-auth";
import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { decoded } from "./jwt.js";
import { makeKeyPair, registerCertificate, startWorkspace } from "./program.js";

let workspace;

before(async () => {
  workspace = await startWorkspace();
});

after(() => workspace?.stop());

function options(changes = {}) {
  const { practice, keyPair } = workspace;
  const { clientId, clientSecret, technicalAccountId, metascopes } = practice.serviceAccount;
  return {
    clientId,
    clientSecret,
    technicalAccountId,
    orgId: practice.organizationId,
    metaScopes: metascopes,
    privateKey: keyPair.privateKey,
    ims: practice.ims,
    ...changes,
  };
}

test("the key of a registered certificate gets a token for a day", async () => {
  const answer = await authorize(options());

  assert.equal(answer.token_type, "bearer");
  // Milliseconds, as Adobe answers here alone: somewhat less than a day.
  assert.ok(answer.expires_in > 86_000_000 && answer.expires_in <= 86_400_000, `expires_in: ${answer.expires_in}`);
  const { header, payload } = decoded(answer.access_token);
  assert.equal(header.alg, "RS256");
  assert.equal(payload.client_id, workspace.practice.serviceAccount.clientId);
  assert.equal(Number(payload.expires_in), 86_400_000);
  assert.ok(Number(payload.created_at) > 0);
});

test("a key that the program encrypted opens with its passphrase", async () => {
  const passphrase = "correct horse battery";
  const { privateKey, certificate } = await makeKeyPair(join(workspace.folder, "sealed"), passphrase);
  assert.match(privateKey, /^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
  assert.ok((await registerCertificate(workspace.practice, certificate)).ok);
  const answer = await authorize(options({ privateKey, passphrase }));
  assert.equal(answer.token_type, "bearer");
});

test("a key whose certificate is not registered is refused in Adobe's words", async () => {
  const stranger = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const privateKey = stranger.export({ type: "pkcs8", format: "pem" });
  await assert.rejects(authorize(options({ privateKey })), {
    code: "invalid_token",
    message: "Could not match JWT signature to any of the bindings",
  });
});

test("a wrong client secret is refused in Adobe's words", async () => {
  await assert.rejects(authorize(options({ clientSecret: "wrong" })), {
    code: "invalid_client",
    message: "invalid client_secret parameter",
  });
});

test("a client ID that does not exist is refused", async () => {
  await assert.rejects(authorize(options({ clientId: "0".repeat(32) })), { code: "invalid_client" });
});

test("a metascope that the credential lacks is refused in Adobe's words", async () => {
  await assert.rejects(authorize(options({ metaScopes: ["ent_no_such_scope_sdk"] })), {
    code: "invalid_scope",
    message: "The metascopes in the JWT are not a subset of the metascopes in the binding.",
  });
});

test("an options file that we exported is taken as it is", async () => {
  const exported = JSON.parse(await readFile(await workspace.exported("service-account", "jwt-auth"), "utf8"));
  const answer = await authorize(exported);
  const { clientId, metascopes } = workspace.practice.serviceAccount;
  const { payload } = decoded(answer.access_token);
  assert.equal(payload.client_id, clientId);
  assert.deepEqual(new Set(payload.scope.split(",")), new Set(metascopes));
});
