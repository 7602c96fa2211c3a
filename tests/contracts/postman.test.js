// A Postman environment that we exported, read and filled in by Postman's own SDK.

import sdk from "postman-collection";
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { decoded, signedJwt } from "./jwt.js";
import { startWorkspace } from "./program.js";

let workspace;
let collection;

before(async () => {
  workspace = await startWorkspace();
  // Its requests are Adobe's, but for `http`: the collections write `https://` before the IMS host.
  collection = JSON.parse(await readFile(join(import.meta.dirname, "collection.json"), "utf8"));
});

after(() => workspace?.stop());

async function environment(credentials) {
  return JSON.parse(await readFile(await workspace.exported(credentials, "postman"), "utf8"));
}

/** Sends the named requests one after another, and keeps the access token as Adobe's collections do. */
async function sent(environment, names) {
  const variables = new sdk.VariableScope(environment);
  const answers = [];
  for (const name of names) {
    const asked = new sdk.Request(collection.item.find((item) => item.name === name).request);
    const request = new sdk.Request(sdk.Property.replaceSubstitutionsIn(asked.toJSON(), [variables.values]));
    const response = await fetch(request.url.toString(), {
      method: request.method,
      headers: request.getHeaders(),
      body: request.body && form(request.body.formdata.all()),
    });
    const body = await response.json();
    if (body.access_token) variables.set("ACCESS_TOKEN", body.access_token);
    answers.push({ status: response.status, body });
  }
  return answers;
}

function form(parameters) {
  const form = new FormData();
  for (const { key, value } of parameters) form.append(key, value);
  return form;
}

test("an OAuth environment fills the token request and the call after it", async () => {
  const names = ["IMS: OAuth Server-to-Server", "Schema Registry: classes"];
  const [token, classes] = await sent(await environment("oauth"), names);
  assert.equal(token.status, 200);
  assert.equal(decoded(token.body.access_token).payload.client_id, workspace.practice.oauth.clientId);
  assert.equal(classes.status, 200);
  assert.ok(classes.body.results.length > 0);
});

test("a service account's environment holds what its collection signs with", async () => {
  const exported = await environment("service-account");
  const value = (key) => exported.values.find((entry) => entry.key === key && entry.enabled).value;
  // What the collection's own script does before the request, with a library that it loads from the network.
  const jwt = signedJwt({
    ims: `http://${value("IMS")}`,
    organizationId: value("IMS_ORG"),
    technicalAccountId: value("TECHNICAL_ACCOUNT_ID"),
    clientId: value("API_KEY"),
    metascopes: [value("META_SCOPE")].flat(),
    privateKey: value("PRIVATE_KEY"),
  });
  exported.values.find(({ key }) => key === "JWT_TOKEN").value = jwt;
  const [token, classes] = await sent(exported, ["IMS: JWT", "Schema Registry: classes"]);
  assert.equal(token.status, 200);
  assert.equal(decoded(token.body.access_token).payload.client_id, workspace.practice.serviceAccount.clientId);
  assert.equal(classes.status, 200);
});
