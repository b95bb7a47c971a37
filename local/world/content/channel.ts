import {
  issueIdOf,
  NEVER_OUT_MS,
  type IssueDocument,
} from '../../../cloudfunctions/_store/content/issues';
import type {
  ItemDocument,
  StoredStep,
} from '../../../cloudfunctions/_store/content/item-document';
import { NO_CHECK_MS } from '../../../cloudfunctions/_store/picture/checked-pictures';
import { DESKS } from '../../../domain/content/channel/desks';
import {
  addDays,
  dayOfInstant,
  instantOf,
  MS_PER_HOUR,
  type LocalDay,
} from '../../../domain/time/local-day';
import { demoPerson } from '../people';
import { drawingFiles } from './drawings';
import { INTEGRITY_ISSUES, ON_THE_WAY, PARTY_ISSUES, type ItemText } from './item-texts';

/** Who writes and who checks; of the branch 运行支部 and the committee office. */
const DESK = {
  party: { writer: 'yx33', checker: 'yx01', office: 'jg03' },
  integrity: { writer: 'yx02', checker: 'yx01', office: 'jg03' },
} as const;
const PLANNED_IN_DAYS = 3;
const ENVIRONMENT = 'local-env';
const ARTICLE = 'https://mp.weixin.qq.com/s/FAKE-of-the-demo-organisation';

const byOf = (memberId: string) => ({ memberId, name: demoPerson(memberId).name });

interface Placed {
  readonly id: string;
  readonly text: ItemText;
  readonly state: ItemDocument['state'];
  /** When it was handed in, or last written on. */
  readonly atMs: number;
  readonly issueDay?: LocalDay;
  readonly place?: number;
  readonly forDay?: LocalDay;
}

export interface ChannelWorld {
  readonly items: readonly ItemDocument[];
  readonly issues: readonly IssueDocument[];
}

/** A week of issues that are out, one that is planned, and an item at each step before. */
export function demoChannels(nowMs: number): ChannelWorld {
  const today = dayOfInstant(nowMs);
  const noonOf = (day: LocalDay) => instantOf(day, DESKS.party.issueMinute);
  // Before noon, the newest is yesterday's.
  const newest = noonOf(today) <= nowMs ? today : addDays(today, -1);
  const out = [
    ...PARTY_ISSUES.flatMap((texts, daysAgo) =>
      texts.map((text, place) => ({ text, place, issueDay: addDays(newest, -daysAgo) })),
    ),
    ...INTEGRITY_ISSUES.map(({ item, daysAgo }) => ({
      text: item,
      place: 0,
      issueDay: addDays(newest, -daysAgo),
    })),
  ].map(({ text, place, issueDay }): Placed => {
    const id = `${text.channel}-${issueDay}-${place}`;
    const atMs = noonOf(issueDay) - 50 * MS_PER_HOUR;
    return { id, text, place, issueDay, state: 'published', atMs };
  });
  const planned = addDays(today, PLANNED_IN_DAYS);
  const onTheWay = Object.entries(ON_THE_WAY).map(([step, text], at): Placed => {
    const isPlanned = step === 'planned';
    return {
      id: `party-${step}`,
      text,
      state: isPlanned ? 'ready' : (step as ItemDocument['state']),
      atMs: nowMs - (20 + at) * MS_PER_HOUR,
      ...(isPlanned && { issueDay: planned }),
      ...(step === 'committee-check' && { forDay: addDays(today, 1) }),
      ...(step === 'draft' && { forDay: addDays(today, 4) }),
    };
  });
  return {
    items: [...out, ...onTheWay].map(itemOf),
    issues: [
      ...[...new Set(out.map(({ text, issueDay = today }) => `${text.channel} ${issueDay}`))].map(
        (key) => {
          const [channel = '', day = ''] = key.split(' ');
          return issueOf(channel as ItemText['channel'], day as LocalDay, 'published');
        },
      ),
      issueOf('party', planned, 'planned'),
    ],
  };
}

const pathOf = (id: string, writer: string): string => `items/202603/${writer}/${id}.jpg`;

/** What a phone has put into storage for these items, by path. */
export const demoPictures = (nowMs: number): readonly [string, Buffer][] => {
  const texts = new Map<string, ItemText>(
    [
      ...PARTY_ISSUES.flat(),
      ...INTEGRITY_ISSUES.map(({ item }) => item),
      ...Object.values(ON_THE_WAY),
    ].map((text) => [text.title, text]),
  );
  return demoChannels(nowMs).items.flatMap(({ _id, channel, title, pictures }) => {
    const text = texts.get(title);
    if (text === undefined || pictures.length === 0) return [];
    return drawingFiles(text.drawing, pathOf(_id, DESK[channel].writer));
  });
};

function itemOf({ id, text, state, atMs, issueDay, place = 0, forDay }: Placed): ItemDocument {
  const { channel, title, line, minutes, byline = null, article, documentId } = text;
  const { writer, checker, office } = DESK[channel];
  const isDraft = state === 'draft';
  return {
    _id: id,
    channel,
    branchId: 'yunxing',
    writers: [byOf(writer)],
    title,
    line,
    byline,
    minutes,
    link: article === true ? ARTICLE : null,
    ...(documentId !== undefined && { documentId }),
    pictures: isDraft
      ? []
      : [
          {
            pictureId: id,
            fileId: `cloud://${ENVIRONMENT}.6c6f-${ENVIRONMENT}-1000000000/${pathOf(id, writer)}`,
            check: 'pass',
          },
        ],
    source: '自己画的',
    licence: 'own',
    forDay: forDay ?? null,
    textCheck: isDraft ? 'pending' : 'pass',
    state,
    branchCheckerId: isDraft || state === 'branch-check' ? null : checker,
    sinceAtMs: atMs,
    issueDay: issueDay ?? null,
    place,
    withdrawn: null,
    steps: stepsTo(state, atMs, { writer, checker, office }, issueDay),
    lastDeedId: `demo-${id}`,
    checkDueAtMs: NO_CHECK_MS,
    traceIds: [],
    edition: 1,
    revision: 1,
    schemaVersion: 1,
  };
}

const STEPS = ['begun', 'handed-in', 'passed-branch', 'passed-committee', 'planned'] as const;
const DONE_BY: Readonly<Record<ItemDocument['state'], number>> = {
  draft: 1,
  'branch-check': 2,
  'committee-check': 3,
  ready: 4,
  published: 5,
  withdrawn: 5,
};

/** An hour apart, the last at `atMs`; what is in an issue was planned, what is out came out by itself. */
function stepsTo(
  state: ItemDocument['state'],
  atMs: number,
  { writer, checker, office }: Record<'writer' | 'checker' | 'office', string>,
  issueDay: LocalDay | undefined,
): StoredStep[] {
  const who = [writer, writer, checker, office, office];
  const count = issueDay === undefined ? DONE_BY[state] : STEPS.length;
  const steps = STEPS.slice(0, count).map((kind, at): StoredStep => ({
    deedId: `demo-${kind}`,
    kind,
    by: byOf(who[at] ?? office),
    atMs: atMs - (count - 1 - at) * MS_PER_HOUR,
    text: null,
  }));
  if (state !== 'published' || issueDay === undefined) return steps;
  const by = { memberId: null, name: '清风' };
  const outAtMs = instantOf(issueDay, DESKS.party.issueMinute);
  return [...steps, { deedId: 'demo-out', kind: 'published', by, atMs: outAtMs, text: null }];
}

function issueOf(
  channel: ItemText['channel'],
  day: LocalDay,
  state: IssueDocument['state'],
): IssueDocument {
  const publishAtMs = instantOf(day, DESKS[channel].issueMinute);
  return {
    _id: issueIdOf(channel, day),
    channel,
    day,
    state,
    publishAtMs,
    dueAtMs: state === 'planned' ? publishAtMs : NEVER_OUT_MS,
    by: byOf(DESK[channel].office),
    lastRequestId: `demo-${channel}-${day}`,
    revision: 1,
    schemaVersion: 1,
  };
}
