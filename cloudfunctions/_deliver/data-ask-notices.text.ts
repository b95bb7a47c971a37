import { DATA_ASK_LIMITS, type DataOutcome } from '../../domain/people/data-ask';

type Kind = 'correction' | 'look';

/** Words of the messages about what is stored of somebody. */
export const dataAskNoticeText = {
  asked: (name: string, kind: Kind) =>
    kind === 'correction' ? `${name}说自己的资料有错` : `${name}问一次查看`,
  askedBody: (words: string) => `“${words}”。${DATA_ASK_LIMITS.days} 天内答复，本人看得到你写的。`,
  answered: (kind: Kind, outcome: DataOutcome) => ANSWERED[kind][outcome],
  answeredBody: (officer: string, words: string) => `${officer}：${words}`,
} as const;

const ANSWERED: Readonly<Record<Kind, Readonly<Record<DataOutcome, string>>>> = {
  correction: { agreed: '资料改好了', 'not-agreed': '资料没有改，有答复' },
  look: { agreed: '那次查看不该看，有答复', 'not-agreed': '那次查看有答复了' },
};
