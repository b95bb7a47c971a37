import { tooLongText } from '../../../text/too-long';
import type { PaperStyles, savePaperStyle } from '../../../../contract/branch/paper-style';
import {
  BOOK_PARTS,
  PAPER_LIMITS,
  PAPERS,
  type BookPart,
  type Paper,
} from '../../../../domain/branch/paper-style';
import type { Placeholder, Shown } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { knownParts, signersIn, type PapersForm, type Scope } from './papers-form';

interface PaperRow {
  readonly paper: Paper;
  readonly name: string;
  readonly title: string;
  readonly usualTitle: string;
  readonly signers: string;
  readonly usualSigners: string;
}

export interface PapersContent {
  readonly kind: 'content';
  /** Whose it is, and what follows from leaving a field empty. */
  readonly note: string;
  readonly scopes: readonly {
    readonly value: Scope;
    readonly text: string;
    readonly isOn: boolean;
  }[];
  readonly organisation: string;
  readonly usualOrganisation: string;
  readonly papers: readonly PaperRow[];
  readonly signersMost: number;
  readonly parts: readonly {
    readonly id: BookPart;
    readonly text: string;
    readonly isOn: boolean;
  }[];
  readonly areOwnParts: boolean;
  readonly closing: string;
  readonly usualClosing: string;
}
export type PapersView = Placeholder | PapersContent;
export const opening: PapersView = { kind: 'loading' };
export const unknownStyles: Shown<PaperStyles> = { kind: 'loading' };
export const NEWER_VIEW: Placeholder = {
  kind: 'empty',
  text: '这里有新版本才认得的内容，现在保存会丢掉它。换成新版再改。',
};
export const SAVED_TEXT = '已保存，下次导出就用它。';

const USUAL: Readonly<Record<Paper, { readonly title: string; readonly signers: string }>> = {
  'record-book': { title: '学习记录本', signers: '本人、支部核对、日期' },
  register: { title: '不写就从学习的名字开始', signers: '不写就没有签字栏' },
  minutes: { title: '会议记录', signers: '主持人、记录人、日期' },
};

const NAME: Readonly<Record<Paper, string>> = {
  'record-book': '学习记录本',
  register: '点名册',
  minutes: '会议记录',
};

const PART: Readonly<Record<BookPart, string>> = {
  sums: '签到、补学合计表',
  'how-counted': '学时怎么算的说明',
  notes: '交的心得和投稿',
  way: '“怎么记的”一栏',
  minutes: '“分钟”一栏',
};

/** The longest line of signers, with a comma between each two. */
const SIGNERS_MOST = PAPER_LIMITS.signers * PAPER_LIMITS.signer + PAPER_LIMITS.signers - 1;

export function toView(
  styles: PaperStyles,
  scope: Scope,
  form: PapersForm,
  seesAll: boolean,
): PapersContent {
  const { branchName } = styles;
  const isOwn = scope === 'own';
  const usual = isOwn ? styles.common : null;
  const orElse = (inherited: string | undefined, otherwise: string) =>
    inherited === undefined || inherited === '' ? otherwise : inherited;
  const hidden = form.hidden ?? inheritedParts(styles, scope);
  return {
    kind: 'content',
    note: isOwn
      ? `${branchName}导出、打印的文件。空着的，跟党委定的一样；党委也没定，就按平常的。`
      : '各支部自己没定的，都按这里。空着就按平常的。',
    scopes: seesAll
      ? [
          { value: 'own', text: branchName, isOn: isOwn },
          { value: 'common', text: '各支部都用', isOn: !isOwn },
        ]
      : [],
    organisation: form.organisation,
    usualOrganisation: orElse(usual?.organisation, '印在标题上面，不写就没有'),
    papers: PAPERS.map((paper) => {
      const inherited = usual?.papers[paper];
      return {
        paper,
        name: NAME[paper],
        ...form.papers[paper],
        usualTitle: orElse(inherited?.title, USUAL[paper].title),
        usualSigners: orElse(inherited?.signers.join('、'), USUAL[paper].signers),
      };
    }),
    signersMost: SIGNERS_MOST,
    parts: BOOK_PARTS.map((id) => ({ id, text: PART[id], isOn: !hidden.includes(id) })),
    areOwnParts: form.hidden !== null,
    closing: form.closing,
    usualClosing: orElse(usual?.closing, '例如：本记录由支部核对后归档'),
  };
}

/** What is left out of the record book where the form says nothing. */
export const inheritedParts = (styles: PaperStyles, scope: Scope): readonly BookPart[] =>
  scope === 'common' ? [] : knownParts(styles.common.hidden ?? []);

/** What is to be done about what is said of a document, by document, or of all of them. */
export type PaperFaults = Readonly<Partial<Record<Paper | 'organisation' | 'closing', string>>>;
export const NO_FAULTS: PaperFaults = {};

export function faultsOf({ papers, organisation, closing }: PapersForm): PaperFaults {
  const { signers: most, signer: longest } = PAPER_LIMITS;
  const faults: Partial<Record<keyof PaperFaults, string>> = {};
  const ofAll = {
    organisation: tooLongText(organisation, PAPER_LIMITS.organisation),
    closing: tooLongText(closing, PAPER_LIMITS.closing),
  };
  if (ofAll.organisation !== '') faults.organisation = ofAll.organisation;
  if (ofAll.closing !== '') faults.closing = ofAll.closing;
  for (const paper of PAPERS) {
    const signers = signersIn(papers[paper].signers);
    const tooLong = signers.find(({ length }) => length > longest);
    const titleTooLong = tooLongText(papers[paper].title, PAPER_LIMITS.title);
    if (titleTooLong !== '') faults[paper] = `标题${titleTooLong}`;
    else if (signers.length > most) faults[paper] = `签字栏最多 ${most} 个，去掉几个。`;
    else if (tooLong !== undefined) {
      faults[paper] = `“${tooLong}”太长，一个最多 ${longest} 个字。用顿号隔开。`;
    }
  }
  return faults;
}

export const SAVE_ERRORS = {
  'changed-meanwhile': '刚有人改过并保存了。退出这页再进来，看过他改的再改。',
} satisfies ErrorTexts<typeof savePaperStyle>;
