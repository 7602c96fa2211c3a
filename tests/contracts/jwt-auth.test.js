// Adobe's own @adobe/jwt-auth against the practice workspace: what it gets from Adobe, it must get here.

import authorize from "@adobe/jwt-auth";
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { makeKeyPair, registerCertificate, startPractice } from "./program.js";

let folder;
let practice;
let registered;
let stranger;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), "assurance-desk-contracts-"));
  [practice, registered, stranger] = await Promise.all([
    startPractice(),
    makeKeyPair(join(folder, "registered")),
    makeKeyPair(join(folder, "stranger")),
  ]);
  const answer = await registerCertificate(practice, registered.certificate);
  assert.ok(answer.ok, `the certificate was refused: ${answer.status} ${await answer.text()}`);
});

after(async () => {
  await practice?.stop();
  await rm(folder, { recursive: true, force: true });
});

function options(changes = {}) {
  const { clientId, clientSecret, technicalAccountId, metascopes } = practice.serviceAccount;
  return {
    clientId,
    clientSecret,
    technicalAccountId,
    orgId: practice.organizationId,
    metaScopes: metascopes,
    privateKey: registered.privateKey,
    ims: practice.ims,
    ...changes,
  };
}

function decode(part) {
  return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
}

test("the key of a registered certificate gets a token for a day", async () => {
  const answer = await authorize(options());

  assert.equal(answer.token_type, "bearer");
  // Milliseconds, as Adobe answers here alone: somewhat less than a day.
  assert.ok(answer.expires_in > 86_000_000 && answer.expires_in <= 86_400_000, `expires_in: ${answer.expires_in}`);
  const [header, payload] = answer.access_token.split(".").slice(0, 2).map(decode);
  assert.equal(header.alg, "RS256");
  assert.equal(payload.client_id, practice.serviceAccount.clientId);
  assert.equal(Number(payload.expires_in), 86_400_000);
  assert.ok(Number(payload.created_at) > 0);
});

test("a key whose certificate is not registered is refused in Adobe's words", async () => {
  await assert.rejects(authorize(options({ privateKey: stranger.privateKey })), {
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
