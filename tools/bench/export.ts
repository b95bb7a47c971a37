import tcb from '@cloudbase/node-sdk';
import { resolve } from 'node:path';
import { schema } from '../../cloudfunctions/_store/schema';
import { emptyLine } from '../../cloudfunctions/_store/study/attendance-document';
import { newMember } from '../../cloudfunctions/_store/people/new-member';
import { registerXlsx } from '../../cloudfunctions/study/register/register-xlsx.lazy';
import { toStudy } from '../../cloudfunctions/study/shown-study';
import { PLAIN_STYLE } from '../../domain/branch/paper-style';
import type { CallReply, OutputOf } from '../../contract/action';
import type { exportRegister, RollLine } from '../../contract/study/register';
import { dayOfInstant, instantOf, localDay, MS_PER_DAY } from '../../domain/time/local-day';
import { type LocalCloud, startLocalCloud } from '../../local/cloud/start-local-cloud';
import { demoPeople } from '../../local/world/people';
import { worldAt } from '../../local/world/seed-world';
import { writeDocuments } from '../../local/world/write-documents';
import { buildFunctions } from '../build-functions';
import type { Figure } from '../bench';

const PEOPLE = 5000;
const NOW_MS = instantOf(localDay('2026-03-11'), 10 * 60 + 12);
const STUDY_ID = 'bench-register';

/** A register of 5,000 as a sheet, by the function and its libraries, and as one would write it first. */
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
  try {
    const study = await writeRegister(cloud);
    await cloud.host.warm();
    const limitMb = cloud.host.functions.find(({ name }) => name === 'study')?.memoryMb ?? 0;
    cloud.counts.reset();
    const startedAt = performance.now();
    const made = await exported(cloud);
    const seconds = (performance.now() - startedAt) / 1000;
    const requests = cloud.counts.total;
    cloud.counts.reset();
    const naiveSeconds = await naive(cloud, study);
    return [
      { name: 'an export of 5,000 lines', value: rounded(seconds), unit: 's' },
      {
        name: 'an export of 5,000 lines',
        value: rounded(naiveSeconds / seconds),
        unit: 'times as fast',
        against: 'each line and each person read by itself, then the same sheet',
      },
      { name: 'requests of an export of 5,000 lines', value: requests, unit: 'requests' },
      { name: 'requests of the naive way', value: cloud.counts.total, unit: 'requests' },
      { name: 'heap within which it was made', value: limitMb, unit: 'MB' },
      { name: 'size of a sheet of 5,000 lines', value: Math.round(made.bytes / 1024), unit: 'KB' },
    ];
  } finally {
    await cloud.stop();
  }
}

const officer = demoPeople.find(({ roles }) => roles.includes('organisation-officer'));

type Study = ReturnType<typeof worldAt>['studies'][number];

/** A study of the day before yesterday, with a line for each of 5,000 people of one branch. */
async function writeRegister(cloud: LocalCloud): Promise<Study> {
  const world = worldAt(NOW_MS);
  const pattern = world.studies.find(({ branchId }) => branchId === officer?.branchId);
  const [sitting] = pattern?.sittings ?? [];
  if (pattern === undefined || sitting === undefined) throw new Error('the demo has no study');
  const startAtMs = NOW_MS - 2 * MS_PER_DAY;
  const times = {
    startAtMs,
    opensAtMs: startAtMs,
    lateAfterAtMs: startAtMs,
    endAtMs: startAtMs + 1,
  };
  const closesAtMs = startAtMs + 2;
  const study: Study = {
    ...pattern,
    _id: STUDY_ID,
    state: 'published',
    sittings: [{ ...sitting, ...times, closesAtMs, closedAtMs: null }],
    firstStartAtMs: startAtMs,
    lastCloseAtMs: closesAtMs,
    settledRevision: pattern.revision,
    publishedAtMs: startAtMs,
  };
  const { branchId, revision } = study;
  const ids = Array.from({ length: PEOPLE }, (_, index) => `crowd-${index}`);
  const name = (memberId: string) => `同志${memberId}`;
  const place = { branchId, groupId: null, crewId: 'crew-1' };
  const joinedDay = dayOfInstant(startAtMs - MS_PER_DAY);
  await writeDocuments(
    cloud.engine,
    'members',
    ids.map((memberId, index) =>
      newMember(
        {
          memberId,
          name: name(memberId),
          staffNumber: `CROWD${index}`,
          ...place,
          roles: ['member'],
        },
        joinedDay,
      ),
    ),
  );
  await writeDocuments(
    cloud.engine,
    'attendances',
    ids.map((memberId) =>
      emptyLine({
        ...place,
        studyId: STUDY_ID,
        studyRevision: revision,
        lastCloseAtMs: closesAtMs,
        memberId,
        name: name(memberId),
      }),
    ),
  );
  await writeDocuments(cloud.engine, 'studies', [study]);
  for (const name of ['branches', 'rotations'] as const) {
    await writeDocuments(cloud.engine, name, world[name]);
  }
  const members = world.members.filter(({ _id }) => _id === officer?.memberId);
  await writeDocuments(cloud.engine, 'members', members);
  return study;
}

async function exported(cloud: LocalCloud): Promise<OutputOf<typeof exportRegister>> {
  const input = { exportId: 'bench', studyId: STUDY_ID };
  const call = { action: 'exportRegister', input, requestId: 'bench', clientVersion: '0.3.0' };
  const reply = (await cloud.call('study', call, { openId: officer?.openId ?? '' })) as CallReply;
  if (!reply.ok) throw new Error(`exportRegister: ${reply.code}`);
  return reply.output as OutputOf<typeof exportRegister>;
}

/** Seconds of reading every line and every person by itself, and of the same sheet. */
async function naive(cloud: LocalCloud, study: Study): Promise<number> {
  Object.assign(process.env, cloud.sdkEnv());
  const database = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database();
  const read = (collection: string, id: string) => database.collection(collection).doc(id).get();
  const startedAt = performance.now();
  const lines: RollLine[] = [];
  for (let index = 0; index < PEOPLE; index += 1) {
    await read('attendances', `${STUDY_ID}_crowd-${index}`);
    await read('members', `crowd-${index}`);
    lines.push(absent(`crowd-${index}`));
  }
  await registerXlsx(toStudy(study), { lines, gone: [] }, { isFinal: true, style: PLAIN_STYLE });
  return (performance.now() - startedAt) / 1000;
}

const absent = (memberId: string): RollLine => ({
  memberId,
  name: `同志${memberId}`,
  crewName: '一值',
  shift: null,
  state: 'absent',
  sittingId: null,
  way: null,
  atMs: null,
  claimedAtMs: null,
  reason: null,
  markedBy: null,
  corrections: [],
});

const rounded = (value: number): number => Math.round(value * 10) / 10;
