// The built program, as a third party meets it: its headless commands and what they print.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const program = process.env.ASSURANCE_DESK ?? join(import.meta.dirname, "../../target/debug/assurance-desk");
const run = promisify(execFile);

/**
 * A practice workspace whose service account has a registered certificate, and a folder for what the test makes.
 * `practice` is what the program printed when it was ready.
 */
export async function startWorkspace() {
  const folder = await mkdtemp(join(tmpdir(), "assurance-desk-contracts-"));
  const [{ ready: practice, stop }, keyPair] = await Promise.all([
    startPractice(),
    makeKeyPair(join(folder, "registered")),
  ]);
  const answer = await registerCertificate(practice, keyPair.certificate);
  if (!answer.ok) {
    throw new Error(`the certificate was refused: ${answer.status} ${await answer.text()}`);
  }
  await writeFile(join(folder, "practice.json"), JSON.stringify(practice));
  let written = 0;
  return {
    folder,
    practice,
    keyPair,
    /** Exports one of the two credentials ("oauth", "service-account") in a format, with its secrets; answers the file's path. */
    async exported(credentials, format, { secrets = true } = {}) {
      written += 1;
      const file = join(folder, `${written}.${format}`);
      const words = ["export", "--from", join(folder, "practice.json"), "--format", format, "--out", file];
      words.push("--credentials", credentials, "--private-key", keyPair.path);
      await run(program, secrets ? [...words, "--with-secrets"] : words);
      return file;
    },
    async stop() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Imports a file of events as an archive, and exports that in a format to a file or folder. */
export async function exportedArchive(file, format, to) {
  const archive = `${file}.assurance`;
  try {
    await run(program, ["import", file, "--out", archive]);
    await run(program, ["export", archive, "--format", format, "--out", to]);
  } finally {
    await rm(archive, { force: true });
  }
}

/** Makes a key pair in the folder with `keypair`, encrypted where a passphrase is given, and reads it. */
export async function makeKeyPair(folder, passphrase) {
  const words = ["keypair", "--out", folder];
  if (passphrase) words.push("--passphrase-env", "KEY_PASSPHRASE");
  await run(program, words, { env: { ...process.env, KEY_PASSPHRASE: passphrase ?? "" } });
  const path = join(folder, "private.key");
  return {
    path,
    privateKey: await readFile(path, "utf8"),
    certificate: await readFile(join(folder, "certificate_pub.crt"), "utf8"),
  };
}

async function startPractice() {
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
  return { ready, stop };
}

/** Registers a certificate for the service account, as Adobe's console API does. */
export function registerCertificate(practice, certificate) {
  const form = new FormData();
  form.append("certificate", new Blob([certificate]), "certificate_pub.crt");
  const account = practice.serviceAccount.integrationId;
  const address = `${practice.console}/console/organizations/${practice.organizationId}/integrations/entp/${account}/bindings`;
  return fetch(address, { method: "POST", body: form });
}
