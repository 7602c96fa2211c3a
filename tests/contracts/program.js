// The built program, as a third party meets it: its headless commands and what they print.

import { execFile, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const program = process.env.ASSURANCE_DESK ?? join(import.meta.dirname, "../../target/debug/assurance-desk");

/** Starts a practice workspace. Answers what it printed when it was ready, and how to stop it. */
export async function startPractice() {
  const child = spawn(program, ["practice", "--seed", "7"], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const ready = await new Promise((resolve, reject) => {
    lines.once("line", (line) => resolve(JSON.parse(line)));
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`practice ended with ${code} before it was ready`)));
  });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
  };
  return { ...ready, stop };
}

/** Makes a key pair in the folder with `keypair`, and reads it. */
export async function makeKeyPair(folder) {
  await promisify(execFile)(program, ["keypair", "--out", folder]);
  return {
    privateKey: await readFile(join(folder, "private.key"), "utf8"),
    certificate: await readFile(join(folder, "certificate_pub.crt"), "utf8"),
  };
}

/** Registers a certificate for the service account, as Adobe's console API does. */
export function registerCertificate(practice, certificate) {
  const form = new FormData();
  form.append("certificate", new Blob([certificate]), "certificate_pub.crt");
  const account = practice.serviceAccount.integrationId;
  const address = `${practice.console}/console/organizations/${practice.organizationId}/integrations/entp/${account}/bindings`;
  return fetch(address, { method: "POST", body: form });
}
