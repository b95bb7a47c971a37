import { holdsOneOf, OFFICERS, PRESENTERS, type ShownRole } from '../../../contract/roles';
import type { ShownNominationState } from '../../../contract/star/nomination';
import type { ShownEvidence } from '../../../contract/star/star-shapes';
import type { LocalDay } from '../../../domain/time/local-day';
import type { Badge } from '../../text/fit';
import { fullDayText } from '../../text/when';

const KIND_TEXT: Readonly<Record<ShownEvidence['kind'], string>> = {
  study: '到会',
  'make-up': '补学',
  note: '心得',
  newer: '记录',
};

export interface EvidenceView {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  /** What it opens; '' nothing. */
  readonly page: string;
}

/** Who reads, by which it is decided where a record opens. */
export interface Reader {
  readonly memberId: string;
  readonly roles: readonly ShownRole[];
}

export const evidenceText = ({ kind, day }: ShownEvidence, today: LocalDay): string =>
  `${KIND_TEXT[kind]} · ${fullDayText(day, today)}`;

/**
 * Records beside the deeds, each opening what it is as far as the reader may see it.
 * @param ofMemberId whose records they are
 */
export function evidenceViews(
  evidence: readonly ShownEvidence[],
  ofMemberId: string,
  reader: Reader | null | undefined,
  today: LocalDay,
): readonly EvidenceView[] {
  return evidence.map((record, at) => {
    const page = evidencePage(record, reader?.memberId === ofMemberId, reader?.roles ?? []);
    const note = evidenceText(record, today);
    return {
      key: `${at}`,
      title: record.title,
      note: page === '' ? `${note} · 只有文字，打不开` : note,
      page,
    };
  });
}

/** A make-up of somebody else opens, for who sees none, the study that was made up. */
function evidencePage(
  { kind, id }: ShownEvidence,
  isOwn: boolean,
  roles: readonly ShownRole[],
): string {
  if (id === undefined) return '';
  const study = `/packages/study/detail/detail?studyId=${id}`;
  switch (kind) {
    case 'study':
      return study;
    case 'make-up':
      if (isOwn) return `/packages/study/make-up/make-up?studyId=${id}`;
      return holdsOneOf(roles, PRESENTERS)
        ? `/packages/study-office/make-ups/make-ups?studyId=${id}`
        : study;
    case 'note':
      return !isOwn && holdsOneOf(roles, OFFICERS)
        ? `/packages/note-office/read/read?noteId=${id}`
        : `/packages/note/open/open?noteId=${id}`;
    case 'newer':
      return '';
  }
}

/** Where nothing stands beside the deeds. */
export const WORDS_ONLY = '只有文字，没有附记录';

export const NOMINATION_BADGE: Readonly<Record<ShownNominationState, Badge>> = {
  waiting: { text: '等他回复', tone: 'plain' },
  'to-change': { text: '请你改', tone: 'warn' },
  agreed: { text: '同意了', tone: 'ok' },
  declined: { text: '这次不了', tone: 'plain' },
  'taken-back': { text: '收回了', tone: 'plain' },
  withdrawn: { text: '退出了', tone: 'plain' },
  newer: { text: '升级后查看', tone: 'plain' },
};
