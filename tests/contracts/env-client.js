// A script of somebody who keeps credentials in a `.env` file: asks for a token with what it finds in its environment.

import { signedJwt } from "./jwt.js";

const { IMS, ORG_ID, CLIENT_ID, CLIENT_SECRET, TECHNICAL_ACCOUNT_ID, SCOPES, META_SCOPES, PRIVATE_KEY } = process.env;

const credentials = { client_id: CLIENT_ID, client_secret: CLIENT_SECRET };
const jwt = () =>
  signedJwt({
    ims: IMS,
    organizationId: ORG_ID,
    technicalAccountId: TECHNICAL_ACCOUNT_ID,
    clientId: CLIENT_ID,
    metascopes: META_SCOPES.split(","),
    privateKey: PRIVATE_KEY,
  });
const [path, fields] = PRIVATE_KEY
  ? ["exchange/jwt", { jwt_token: jwt() }]
  : ["token/v3", { grant_type: "client_credentials", scope: SCOPES }];

const body = new URLSearchParams({ ...credentials, ...fields });
const answer = await fetch(`${IMS}/ims/${path}`, { method: "POST", body });
process.stdout.write(await answer.text());
