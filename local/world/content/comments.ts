import type { CommentatorTerm } from '../../../cloudfunctions/_store/content/commentator-terms';
import {
  followingFields,
  type ItemCommentDocument,
  type StoredAnswer,
} from '../../../cloudfunctions/_store/content/comment-document';
import { addDays, dayOfInstant, MS_PER_HOUR } from '../../../domain/time/local-day';
import { demoPerson } from '../people';
import { demoChannels } from './channel';

const BRANCH = { branchId: 'yunxing', branchName: '运行支部' } as const;
const COMMENTATOR = 'yx46';
const CHECKER = 'yx33';

const byOf = (memberId: string) => ({ memberId, name: demoPerson(memberId).name });

interface Written {
  readonly by: string;
  readonly text: string;
  readonly hoursAgo: number;
  readonly step: 'shown' | 'waiting' | 'unsure';
  readonly wantsAnswer?: true;
  readonly answer?: string;
}

/** Under the first item of the newest issue of 党务清风; all invented. */
const WRITTEN: readonly Written[] = [
  {
    by: 'yx22',
    text: '上个月我也遇到过，表计换了编号，票上还是旧的。多问一句不丢人。',
    hoursAgo: 18,
    step: 'shown',
  },
  {
    by: 'yx42',
    text: '票上和现场对不上，人已经站在柜前了，先停哪一步？',
    hoursAgo: 16,
    step: 'shown',
    wantsAnswer: true,
    answer: '手先离开，报值长，票改对了再接着干。',
  },
  {
    by: 'yx48',
    text: '夜里对讲机里听不清，算不算问过？',
    hoursAgo: 12,
    step: 'shown',
    wantsAnswer: true,
  },
  { by: 'yx30', text: '多半分钟，换一夜踏实。', hoursAgo: 3, step: 'waiting' },
  {
    by: 'yx12',
    text: '这一条念给我家里听了，他们说早该这样。',
    hoursAgo: 2,
    step: 'unsure',
    wantsAnswer: true,
  },
];

export interface CommentWorld {
  readonly item_comments: readonly ItemCommentDocument[];
  readonly commentator_terms: readonly CommentatorTerm[];
}

/** What the branch has written under the newest item, and who answers. */
export function demoComments(nowMs: number): CommentWorld {
  const today = dayOfInstant(nowMs);
  const out = demoChannels(nowMs).items.filter(({ state }) => state === 'published');
  const [item] = out.filter(({ channel, place }) => channel === 'party' && place === 0);
  if (item === undefined) return { item_comments: [], commentator_terms: [] };
  return {
    item_comments: WRITTEN.map((written) =>
      commentOf(written, { itemId: item._id, itemTitle: item.title }, nowMs),
    ),
    commentator_terms: [
      {
        _id: 'demo-commentator',
        branchId: BRANCH.branchId,
        ...byOf(COMMENTATOR),
        fromDay: addDays(today, -30),
        toDay: addDays(today, 150),
        appointedBy: byOf(CHECKER),
        appointedAtMs: nowMs - 30 * 24 * MS_PER_HOUR,
        ended: null,
        revision: 0,
        schemaVersion: 1,
      },
    ],
  };
}

function commentOf(
  { by, text, hoursAgo, step, wantsAnswer, answer }: Written,
  under: Pick<ItemCommentDocument, 'itemId' | 'itemTitle'>,
  nowMs: number,
): ItemCommentDocument {
  const saidAtMs = nowMs - hoursAgo * MS_PER_HOUR;
  const id = `demo-comment-${by}`;
  const comment = {
    _id: id,
    ...under,
    ...BRANCH,
    ...said(by, text, saidAtMs, step),
    wantsAnswer: wantsAnswer === true,
    answers:
      answer === undefined
        ? []
        : [
            {
              answerId: `${id}-answer`,
              branchName: BRANCH.branchName,
              ...said(COMMENTATOR, answer, saidAtMs + 2 * MS_PER_HOUR, 'shown'),
            },
          ],
    isGone: false,
    forOffice: false,
  };
  return { ...comment, ...followingFields(comment), revision: 0, schemaVersion: 1 };
}

function said(
  by: string,
  text: string,
  saidAtMs: number,
  step: Written['step'],
): Omit<StoredAnswer, 'answerId' | 'branchName'> {
  const shownAtMs = step === 'shown' ? saidAtMs + MS_PER_HOUR : null;
  return {
    by: byOf(by),
    text,
    textCheck: step === 'unsure' ? 'to-look-at' : 'pass',
    state: step === 'shown' ? 'shown' : 'waiting',
    saidAtMs,
    shownAtMs,
    decided: shownAtMs === null ? null : { by: byOf(CHECKER), atMs: shownAtMs, reason: null },
  };
}
