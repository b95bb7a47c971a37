import {
  standingFields,
  type StoredStep,
  type SuggestionDocument,
} from '../../cloudfunctions/_store/content/suggestion-document';
import { NO_CHECK_MS } from '../../cloudfunctions/_store/picture/checked-pictures';
import { replyDueAtMs } from '../../domain/content/suggestion/decide-on-suggestion';
import type { Topic } from '../../domain/content/suggestion/suggestion';
import {
  addDays,
  dayOfInstant,
  instantOf,
  MS_PER_DAY,
  MS_PER_HOUR,
} from '../../domain/time/local-day';
import { fileIdIn, LOCAL_ENV } from '../cloud/files/cloud-files';
import { drawingFiles, type Drawing } from './content/drawings';
import { demoBranches } from './organisation';
import { demoPerson } from './people';

const SECRETARY_ID = 'yx01';

interface Told {
  readonly id: string;
  readonly by: string;
  readonly topic: Topic;
  readonly title: string;
  readonly text: string;
  readonly daysAgo: number;
  readonly drawing?: Drawing;
  /** What the secretary has said, oldest first; what has an answer is closed. */
  readonly said?: readonly (readonly ['take' | 'answer', string])[];
}

const TOLD: readonly Told[] = [
  {
    id: 'supper',
    by: 'yx21',
    topic: 'living',
    title: '中班下班，食堂已经关了',
    text: '中班 20 点下班，走到食堂 20:15，窗口 20 点就关。能不能晚半小时。',
    daysAgo: 2,
    drawing: 'bowl',
    said: [['take', '问了食堂，下周排班时定。']],
  },
  {
    id: 'bus',
    by: 'yx21',
    topic: 'living',
    title: '班车 2 点那趟等五分钟',
    text: '交接班多说两句就赶不上，下一趟要等到 6 点。',
    daysAgo: 19,
    said: [['answer', '车队答复：等到 2:10。']],
  },
  {
    id: 'gloves',
    by: 'yx24',
    topic: 'work-site',
    title: '绝缘手套的柜子太高',
    text: '个子不高的要踩凳子拿，夜里看不清。往下移一格就行。',
    daysAgo: 1,
  },
  {
    id: 'water',
    by: 'yx14',
    topic: 'living',
    title: '集控楼饮水机换滤芯',
    text: '水有味道，大家都自己带水。',
    daysAgo: 16,
    said: [['answer', '已经换了，以后每季换一次。']],
  },
  {
    id: 'fridge',
    by: 'yx25',
    topic: 'living',
    title: '夜班想有个热饭的地方',
    text: '后夜值带的饭是凉的。',
    daysAgo: 8,
    said: [['answer', '微波炉放在二楼休息室，夜里不锁门。']],
  },
  {
    id: 'lamp',
    by: 'yx31',
    topic: 'living',
    title: '更衣室的灯坏了一半',
    text: '前夜下班换衣服看不见。',
    daysAgo: 6,
    said: [['answer', '电气班当天换好了。']],
  },
  {
    id: 'rain',
    by: 'yx34',
    topic: 'work-site',
    title: '雨天去吹灰区的路滑',
    text: '铁格板上有油，下雨更滑。',
    daysAgo: 9,
    said: [['answer', '4 月铺防滑板，铺好前走北侧。']],
  },
  {
    id: 'shower',
    by: 'yx06',
    topic: 'living',
    title: '浴室热水早点开',
    text: '后夜下班 8 点，热水 9 点才有。',
    daysAgo: 5,
    said: [['answer', '从明天起 7:30 开。']],
  },
];

const pathOf = ({ id, by }: Told): string => `suggestions/202603/${by}/${id}.jpg`;

/** What phones have put into storage for them, by path. */
export const demoSuggestionPictures = (): readonly [string, Buffer][] =>
  TOLD.flatMap((told) =>
    told.drawing === undefined ? [] : drawingFiles(told.drawing, pathOf(told)).slice(0, 1),
  );

/** What people of one branch have raised: one waits, one is in work, the others are closed. */
export function demoSuggestions(nowMs: number): readonly SuggestionDocument[] {
  return TOLD.map((told) => suggestionOf(told, nowMs));
}

function suggestionOf(told: Told, nowMs: number) {
  const { id, by, topic, title, text, daysAgo, said = [] } = told;
  const { name, branchId } = demoPerson(by);
  const branchName = demoBranches.find((branch) => branch.branchId === branchId)?.name ?? '';
  const raisedAtMs = nowMs - daysAgo * MS_PER_DAY - 3 * MS_PER_HOUR;
  const promisedAtMs = instantOf(addDays(dayOfInstant(nowMs), 8), 0);
  const member = { memberId: by, name };
  const secretary = { memberId: SECRETARY_ID, name: demoPerson(SECRETARY_ID).name };
  const steps: StoredStep[] = [
    {
      stepId: id,
      kind: 'raise',
      by: member,
      officeName: '',
      atMs: raisedAtMs,
      text: null,
      promisedAtMs: null,
    },
    ...said.map(([kind, words], at) => ({
      stepId: `${id}-${at}`,
      kind,
      by: secretary,
      officeName: branchName,
      atMs: raisedAtMs + (at + 1) * MS_PER_HOUR,
      text: words,
      promisedAtMs: kind === 'take' ? promisedAtMs : null,
    })),
  ];
  const last = said.at(-1)?.[0];
  const state = last === 'answer' ? 'closed' : last === 'take' ? 'in-work' : 'received';
  const changedAtMs = steps.at(-1)?.atMs ?? raisedAtMs;
  if (state === 'closed') steps.push(settled(id, member, changedAtMs + MS_PER_HOUR));
  return {
    _id: `demo-${id}`,
    ownerId: by,
    ownerName: name,
    branchId,
    branchName,
    type: 'proposal' as const,
    topic,
    title,
    text,
    ...picturedOf(told),
    isUrgent: false,
    rang: [],
    ...standingFields(state, branchId),
    officeName: branchName,
    offices: [branchId],
    dueAtMs: state === 'in-work' ? promisedAtMs : replyDueAtMs(raisedAtMs),
    raisedAtMs,
    changedAtMs,
    steps,
    revision: steps.length - 1,
    schemaVersion: 1 as const,
  };
}

const picturedOf = (told: Told): Pick<SuggestionDocument, 'pictured'> =>
  told.drawing === undefined
    ? {}
    : {
        pictured: {
          pictures: [
            { pictureId: told.id, fileId: fileIdIn(LOCAL_ENV, pathOf(told)), check: 'pass' },
          ],
          checkDueAtMs: NO_CHECK_MS,
          traceIds: [],
          verdicts: 1,
        },
      };

const settled = (id: string, by: StoredStep['by'], atMs: number): StoredStep => ({
  stepId: `${id}-settled`,
  kind: 'settle',
  by,
  officeName: '',
  atMs,
  text: null,
  promisedAtMs: null,
});
