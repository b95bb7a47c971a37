import { resolve } from 'node:path';
import { schema } from '../../cloudfunctions/_store/schema';
import { presenterCodes } from '../../contract/study/register';
import { checkIn } from '../../contract/study/mine';
import type { CallReply, OutputOf } from '../../contract/action';
import { instantOf, localDay } from '../../domain/time/local-day';
import { startLocalCloud } from '../../local/cloud/start-local-cloud';
import { demoPeople } from '../../local/world/people';
import { worldAt } from '../../local/world/seed-world';
import { writeDocuments } from '../../local/world/write-documents';
import { buildFunctions } from '../build-functions';
import type { Figure } from '../bench';

const PEOPLE = 2000;
const CALLERS = 32;
const STUDY = 'yx-open-now';
const NOW_MS = instantOf(localDay('2026-03-11'), 10 * 60 + 12);

/**
 * Check-ins per second and the slowest hundredth: 32 callers, one sitting, each member once, through
 * gateway, host, the unmodified bundle and the SDK.
 */
export async function run(): Promise<Figure[]> {
  await buildFunctions({ outDir: 'dist/cloudfunctions', only: ['study'] });
  const cloud = await startLocalCloud({
    schema,
    functionsDir: resolve('dist/cloudfunctions'),
    rcFile: 'cloudbaserc.json',
    functions: ['study'],
    startAtMs: NOW_MS,
    log: () => undefined,
  });
  const call = async (openId: string, action: string, input: object): Promise<unknown> => {
    const requestId = `${action}-${openId}`;
    const reply = (await cloud.call(
      'study',
      { action, input, requestId, clientVersion: '0' },
      { openId },
    )) as CallReply;
    if (!reply.ok) throw new Error(`${action}: ${reply.code}`);
    return reply.output;
  };
  try {
    await writeCrowd(cloud);
    await cloud.host.warm();
    const officer = demoPeople.find(({ roles }) => roles.includes('organisation-officer'));
    const sitting = worldAt(NOW_MS)
      .studies.find(({ _id }) => _id === STUDY)
      ?.sittings.find(({ opensAtMs, closesAtMs }) => opensAtMs <= NOW_MS && NOW_MS < closesAtMs);
    const codes = (await call(officer?.openId ?? '', presenterCodes.name, {
      studyId: STUDY,
      sittingId: sitting?.sittingId ?? '',
    })) as OutputOf<typeof presenterCodes>;
    const takenMs: number[] = [];
    let next = 0;
    const startedAt = performance.now();
    await Promise.all(
      Array.from({ length: CALLERS }, async () => {
        for (let at = next++; at < PEOPLE; at = next++) {
          const nowMs = cloud.clock.nowMs();
          const slot = codes.slots.filter(({ startAtMs }) => startAtMs <= nowMs).at(-1);
          const before = performance.now();
          await call(`crowd-${at}`, checkIn.name, { way: 'scan', payload: slot?.payload ?? '' });
          takenMs.push(performance.now() - before);
        }
      }),
    );
    const seconds = (performance.now() - startedAt) / 1000;
    takenMs.sort((a, b) => a - b);
    return [
      {
        name: `check-ins with ${CALLERS} callers`,
        value: Math.round(PEOPLE / seconds),
        unit: 'per second',
      },
      { name: 'check-in, median', value: round(takenMs[PEOPLE / 2]), unit: 'ms' },
      { name: 'check-in, p99', value: round(takenMs[Math.floor(PEOPLE * 0.99)]), unit: 'ms' },
    ];
  } finally {
    await cloud.stop();
  }
}

const round = (ms = Number.NaN): number => Math.round(ms * 10) / 10;

/** The demo organisation, and a crowd of bound members who are all expected at the open study. */
async function writeCrowd(cloud: Awaited<ReturnType<typeof startLocalCloud>>): Promise<void> {
  const world = worldAt(NOW_MS);
  for (const name of ['rotations', 'members', 'studies', 'branches'] as const) {
    await writeDocuments(cloud.engine, name, world[name]);
  }
  const member = world.members.find(({ branchId }) => branchId === world.studies[0]?.branchId);
  const line = world.attendances.find(
    ({ studyId, record }) => studyId === STUDY && record === null,
  );
  if (member === undefined || line === undefined) throw new Error('the demo has no open study');
  const ids = Array.from({ length: PEOPLE }, (_, at) => `crowd-${at}`);
  await writeDocuments(
    cloud.engine,
    'members',
    ids.map((id) => ({ ...member, _id: id, staffNumber: id, account: id })),
  );
  await writeDocuments(
    cloud.engine,
    'attendances',
    ids.map((id) => ({ ...line, _id: `${STUDY}_${id}`, memberId: id, isExpected: true })),
  );
}
