import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Desk } from './desk.ts';

export interface Imported {
  archive: string;
  name: string;
}

/** A session as Adobe's web UI exports it, with events `Cart 0`, `Cart 1` and so on, a second apart. */
export function archived(name: string, count: number): string {
  const events = Array.from({ length: count }, (_, at) => ({
    uuid: randomUUID(),
    eventNumber: at + 1,
    clientId: '0f8fad5b-d9cb-469f-a165-70867728950e',
    timestamp: 1_763_700_000_000 + at * 1000,
    vendor: 'com.adobe.griffon.mobile',
    type: 'generic',
    payload: {
      ACPExtensionEventName: `Cart ${at}`,
      ACPExtensionEventType: 'com.adobe.eventtype.custom',
      ACPExtensionEventSource: 'com.adobe.eventsource.none',
      ACPExtensionEventData: { at, identityMap: { ECID: [{ id: `3${String(at).padStart(37, '0')}` }] } },
    },
  }));
  return JSON.stringify({ uuid: randomUUID(), name, link: 'acme://default', events });
}

/** A folder that is there while `run` runs. */
export async function withFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'assurance-desk-events-'));
  try {
    await run(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes an archive of a session with 40 events, by the path of its file. */
export async function importing(desk: Desk, name: string): Promise<Imported> {
  return { archive: await importingText(desk, archived(name, 40)), name };
}

/** Makes an archive of a session that is written as Adobe's web UI exports it; gives the archive's name. */
export async function importingText({ call }: Desk, text: string): Promise<string> {
  let archive: string | null = null;
  await withFolder(async (folder) => {
    const path = join(folder, 'session.json');
    await writeFile(path, text);
    const { job } = (await call('archive_import', { path })) as { job: string };
    await expect
      .poll(async () => {
        const jobs = (await call('jobs_list', null)) as { job: string; state: { archive?: string } }[];
        archive = jobs.find((each) => each.job === job)?.state.archive ?? null;
        return archive;
      }, 'the import ends')
      .not.toBeNull();
    await call('job_dismiss', { job });
  });
  return archive ?? '';
}
