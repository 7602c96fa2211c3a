// Adobe's aio against the practice workspace, with a context that we exported and no home folder.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { decoded } from "./jwt.js";
import { startWorkspace } from "./program.js";

let workspace;
let aio;

before(async () => {
  workspace = await startWorkspace();
  const [oauth, serviceAccount] = await Promise.all(
    ["oauth", "service-account"].map(async (credentials) =>
      JSON.parse(await readFile(await workspace.exported(credentials, "aio"), "utf8")),
    ),
  );
  // As `aio config set ims.contexts.NAME FILE --file --json` leaves it.
  process.env.AIO_CONFIG_FILE = join(workspace.folder, "aio");
  const configuration = { ims: { contexts: { oauth, serviceAccount } } };
  await writeFile(process.env.AIO_CONFIG_FILE, JSON.stringify(configuration));

  aio = (await import("@adobe/aio-lib-ims")).default;
  // aio knows Adobe's own addresses only; nothing else of it is changed.
  aio.Ims.prototype.getApiUrl = (path) => `${workspace.practice.ims}${path}`;
});

after(() => workspace?.stop());

test("an OAuth Server-to-Server context gets a token with its scopes", async () => {
  const { clientId, scopes } = workspace.practice.oauth;
  const { payload } = decoded(await aio.getToken("oauth"));
  assert.equal(payload.client_id, clientId);
  assert.deepEqual(new Set(payload.scope.split(",")), new Set(scopes));
});

test("a service account's context signs with the exported key and gets a token", async () => {
  const { clientId, metascopes } = workspace.practice.serviceAccount;
  const { payload } = decoded(await aio.getToken("serviceAccount"));
  assert.equal(payload.client_id, clientId);
  assert.deepEqual(new Set(payload.scope.split(",")), new Set(metascopes));
});

test("aio checks, uses and ends such a token", async () => {
  const ims = new aio.Ims();
  const token = await aio.getToken("oauth");
  assert.equal((await ims.validateToken(token)).valid, true);
  const [organization] = await ims.getOrganizations(token);
  const { ident, authSrc } = organization.orgRef;
  assert.equal(`${ident}@${authSrc}`, workspace.practice.organizationId);
  const { clientId, clientSecret } = workspace.practice.oauth;
  await ims.invalidateToken(token, clientId, clientSecret);
  assert.equal((await ims.validateToken(token)).valid, false);
});
