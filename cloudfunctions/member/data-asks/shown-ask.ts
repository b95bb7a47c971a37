import type { DataAsk, MyDataAsk } from '../../../contract/people/data-asks';
import { DATA_ASK_LIMITS } from '../../../domain/people/data-ask';
import { MS_PER_DAY } from '../../../domain/time/local-day';
import type { DataAskDocument } from '../../_store/people/data-asks';
import { shownWhat } from '../../_store/people/shown-what';

/** Of one answer of a list. */
export const ASKS_AT_ONCE = 30;

export const limitOf = (askedAtMs: number): number => askedAtMs + DATA_ASK_LIMITS.days * MS_PER_DAY;

export function toMyAsk({ _id, about, words, askedAtMs, answer }: DataAskDocument): MyDataAsk {
  return {
    askId: _id,
    about: toAbout(about),
    words,
    askedAtMs,
    limitAtMs: limitOf(askedAtMs),
    answer:
      answer === null
        ? null
        : {
            outcome: answer.outcome,
            words: answer.words,
            byName: answer.by.name,
            atMs: answer.atMs,
          },
  };
}

export function toAsk(document: DataAskDocument): DataAsk {
  const { memberId, memberName } = document;
  return { ...toMyAsk(document), memberId, memberName };
}

function toAbout(about: DataAskDocument['about']): MyDataAsk['about'] {
  if (about.kind === 'correction') return { kind: about.kind, of: about.of };
  const { kind, by, atMs, what } = about;
  return { kind, byName: by.name, atMs, what: shownWhat(what) };
}
