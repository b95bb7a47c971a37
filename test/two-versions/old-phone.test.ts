import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallReply } from '../../contract/action';
import { startTestCloud, type TestCloud } from '../worlds/test-cloud';
import { LOCAL_TEMPLATES } from '../../local/world/templates';
import type { RecordedCall } from '../../tools/release-fixture/recorder';
import { share } from '../long-by-nature';
import { type Release, releases } from './releases';

interface Replayed extends RecordedCall {
  readonly today: CallReply;
  readonly isRead: boolean;
}

describe.each(share(releases, 2))('a phone of release $version', (release) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'two-versions-'));
  let cloud: TestCloud;
  const replayed: Replayed[] = [];
  beforeAll(async () => {
    release.unpack('data', dataDir);
    const startAtMs = release.endMs;
    cloud = await startTestCloud({ dataDir, startAtMs, templates: LOCAL_TEMPLATES });
    for (const call of release.calls) {
      const { atMs, fn, data, openId } = call;
      cloud.clock.jump(atMs);
      const today = (await cloud.call(fn, data, { openId })) as CallReply;
      replayed.push({ ...call, today, isRead: await canRead(release, call, today) });
    }
  });
  afterAll(async () => {
    await cloud.stop();
    rmSync(dataDir, { recursive: true });
  });

  test('asks everything that it can ask', () => {
    const asked = new Set(release.calls.map(({ fn, data }) => `${fn}.${data.action}`));
    const all = Object.entries(release.contract.api).flatMap(([fn, actions]) =>
      Object.keys(actions).map((name) => `${fn}.${name}`),
    );
    expect(all.filter((key) => !asked.has(key))).toEqual([]);
  });

  test('is answered whatever it was answered then', () => {
    const refused = replayed.filter(({ answer, today }) => answer.ok && !today.ok);
    expect(refused.map(told)).toEqual([]);
    expect(cloud.lines).toEqual([]);
  });

  test('reads every answer', () => {
    const unread = replayed.filter(({ today, isRead }) => today.ok && !isRead);
    expect(unread.map(told)).toEqual([]);
  });

  test('knows why it is refused', () => {
    const refused = replayed.filter(({ today }) => !today.ok);
    expect(refused).not.toEqual([]);
    expect(refused.filter((call) => !knowsCode(release, call)).map(told)).toEqual([]);
  });

  test('has the pages that messages lead to', () => {
    const pages = replayed.flatMap(({ data, today }) =>
      data.action === 'inbox' && today.ok ? pagesIn(today.output) : [],
    );
    expect(pages).not.toEqual([]);
    expect(pages.filter((page) => !release.pages.includes(page))).toEqual([]);
  });
});

const told = ({ openId, fn, data, today }: Replayed) => ({
  call: `${fn}.${data.action} of ${openId}`,
  input: data.input,
  code: today.ok ? 'ok' : today.code,
});

const actionOf = ({ contract }: Release, { fn, data }: RecordedCall) =>
  contract.api[fn]?.[data.action];

/** As the phone parses it; always false for a refusal. */
async function canRead(release: Release, call: RecordedCall, reply: CallReply): Promise<boolean> {
  const output = actionOf(release, call)?.output;
  if (!reply.ok || output === undefined) return false;
  const { lenient = (schema: typeof output) => schema } = release.contract;
  const parsed = await lenient(output)['~standard'].validate(reply.output);
  return parsed.issues === undefined;
}

function knowsCode(release: Release, { today, ...call }: Replayed): boolean {
  const errors = actionOf(release, call)?.errors ?? [];
  return !today.ok && [...errors, ...release.contract.COMMON_ERRORS].includes(today.code);
}

/** Routes of the pages that items of an inbox open. */
function pagesIn(output: unknown): string[] {
  const { items } = output as { readonly items: readonly { readonly page: string | null }[] };
  return items.flatMap(({ page }) => page?.split('?')[0] ?? []);
}
