// JWTs and access tokens, with nothing but Node: what the tests sign and read must not depend on the clients they test.

import { sign } from "node:crypto";

/** A JWT as Adobe's Postman collection makes it from its environment, signed RS256. */
export function signedJwt({ ims, organizationId, technicalAccountId, clientId, metascopes, privateKey }) {
  const claims = {
    exp: Math.floor(Date.now() / 1000) + 300,
    iss: organizationId,
    sub: technicalAccountId,
    aud: `${ims}/c/${clientId}`,
    ...Object.fromEntries(metascopes.map((metascope) => [`${ims}/s/${metascope}`, true])),
  };
  const message = [{ alg: "RS256", typ: "JWT" }, claims].map(encoded).join(".");
  return `${message}.${sign("sha256", Buffer.from(message), privateKey).toString("base64url")}`;
}

/** Header and payload of a token. */
export function decoded(token) {
  const [header, payload] = token.split(".").map((part) => Buffer.from(part, "base64url").toString("utf8"));
  return { header: JSON.parse(header), payload: JSON.parse(payload) };
}

function encoded(part) {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
