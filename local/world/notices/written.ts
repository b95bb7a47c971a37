import type { NoticeDraft } from '../../../contract/notice/notice-shapes';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';
import {
  addDays,
  dayOfInstant,
  instantOf,
  minuteOfInstant,
  MS_PER_DAY,
  MS_PER_MINUTE,
  type LocalDay,
} from '../../../domain/time/local-day';
import { contentOf } from '../../../cloudfunctions/notify/sending/send-notice';
import { demoPeople, type DemoPerson } from '../people';
import { workdayBefore } from '../workdays';
import type { NoticeEvent } from './of-studies';

/** Those of a branch who do the extra work: the newest message is for them. */
const YOUTH_TEAM: Readonly<Record<string, readonly string[]>> = {
  yunxing: [
    ...['yx06', 'yx07', 'yx09', 'yx16', 'yx18', 'yx19', 'yx26', 'yx27', 'yx39'],
    ...['yx42', 'yx43', 'yx46', 'yx47'],
  ],
  ranliao: ['rl06', 'rl08', 'rl14', 'rl16', 'rl24', 'rl27', 'rl32', 'rl33'],
  jianxiu: ['jx04', 'jx06', 'jx13', 'jx15', 'jx22', 'jx24', 'jx32', 'jx33'],
  jiguan: ['jg07', 'jg08', 'jg13', 'jg14'],
};

const TEAM_WORK: Readonly<Record<string, string>> = {
  yunxing: '综合水泵房',
  ranliao: '输煤栈桥',
  jianxiu: '检修工具间',
  jiguan: '资料室',
};

export const youthTeamOf = (branchId: string): readonly string[] => YOUTH_TEAM[branchId] ?? [];

interface Written {
  readonly name: string;
  readonly atMs: number;
  readonly author: DemoPerson;
  readonly draft: NoticeDraft;
  readonly memberIds: readonly string[];
}

/** What the officers of a branch have written lately, each reaching people for another reason. */
export function writtenEvents(
  branchId: string,
  memberIds: readonly string[],
  nowMs: number,
): NoticeEvent[] {
  const today = dayOfInstant(nowMs);
  return [...toEverybody(branchId, memberIds, today), toTheTeam(branchId, nowMs)].map(
    ({ name, atMs, author, draft, memberIds: recipients }): NoticeEvent => {
      const id = `demo-${branchId}-${name}`;
      const content = contentOf(draft, branchId, id, author, id);
      return { atMs, happen: (history) => history.tell(content, recipients, atMs) };
    },
  );
}

function toEverybody(
  branchId: string,
  memberIds: readonly string[],
  today: LocalDay,
): readonly Written[] {
  const by = (role: DemoPerson['roles'][number]) => officerOf(branchId, role);
  const at = (count: number, minute: number) => instantOf(workdayBefore(today, count), minute);
  const inDays = (days: number) => instantOf(addDays(today, days), 17 * 60 + 30);
  return [
    {
      name: 'wind',
      atMs: at(4, 15 * 60 + 30),
      author: by('secretary'),
      draft: draftOf(
        'safety',
        '今晚大风，暂停登高作业',
        '风力降到 5 级以下再恢复，以值长通知为准。',
        {
          deadlineAtMs: at(4, 15 * 60 + 30) + MS_PER_DAY,
        },
      ),
      memberIds,
    },
    {
      name: 'election',
      atMs: at(3, 10 * 60 + 10),
      author: by('organisation-officer'),
      draft: draftOf(
        'must-read',
        '换届选举怎么投票',
        '提名、预选、正式选举三步，看完点“知道了”。',
        {
          deadlineAtMs: inDays(3),
        },
      ),
      memberIds,
    },
    {
      name: 'books',
      atMs: at(2, 11 * 60 + 20),
      author: by('publicity-officer'),
      draft: draftOf(
        'branch-notice',
        '阅览室新到一批书',
        '倒班的同志可以找值长拿钥匙，夜里也能借。',
        {
          urgency: 'digest',
          deadlineAtMs: inDays(3),
        },
      ),
      memberIds,
    },
    {
      name: 'dues',
      atMs: at(2, 16 * 60 + 40),
      author: by('secretary'),
      draft: draftOf('branch-notice', '党费这个月起在线上缴', '不会操作的，找党小组长帮一下。', {
        sendAfterAtMs: at(1, 8 * 60),
        deadlineAtMs: inDays(3),
      }),
      memberIds,
    },
  ];
}

/** Lately, and at an hour at which somebody writes messages; who is out of reach has yet to get it. */
function toTheTeam(branchId: string, nowMs: number): Written {
  const atMs = writtenLatelyAt(nowMs);
  const memberIds = youthTeamOf(branchId);
  const title = `青年突击队报名清理${TEAM_WORK[branchId] ?? ''}`;
  return {
    name: 'team',
    atMs,
    author: officerOf(branchId, 'secretary'),
    draft: draftOf('branch-notice', title, '两小时，手套和口罩现场发，时间等人齐了再定。', {
      audience: { kind: 'people', memberIds: [...memberIds] },
      deadlineAtMs: atMs + 2 * MS_PER_DAY,
    }),
    memberIds,
  };
}

/**
 * A while ago by day; later the evening before. Then somebody is out of reach until now: by day who
 * came off the night or is on shift, in the evening and at night the crew of the front night.
 */
export function writtenLatelyAt(nowMs: number): number {
  const minute = minuteOfInstant(nowMs);
  const [morning, evening] = [8 * 60 + 30, 20 * 60 + 15];
  if (minute >= morning && minute < evening) {
    return Math.floor(nowMs / MS_PER_MINUTE) * MS_PER_MINUTE - 25 * MS_PER_MINUTE;
  }
  const today = dayOfInstant(nowMs);
  return instantOf(minute < morning ? addDays(today, -1) : today, 19 * 60 + 50);
}

function draftOf(
  kind: NoticeDraft['kind'],
  title: string,
  body: string,
  rest: Partial<NoticeDraft> & Pick<NoticeDraft, 'deadlineAtMs'>,
): NoticeDraft {
  const { channel, urgency, isMustRead } = KIND_RULES[kind];
  return {
    kind,
    channel,
    urgency,
    title,
    body,
    audience: { kind: 'branch' },
    isMustRead,
    sendAfterAtMs: null,
    ...rest,
  };
}

function officerOf(branchId: string, role: DemoPerson['roles'][number]): DemoPerson {
  const officer = demoPeople.find(
    (person) => person.branchId === branchId && person.roles.includes(role),
  );
  if (officer === undefined) throw new Error(`${branchId} has no ${role}`);
  return officer;
}
