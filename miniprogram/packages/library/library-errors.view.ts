import type {
  checkDocument,
  documentAddress,
  offerDocument,
  offerVersion,
  prolongDocument,
  takeDownDocument,
  whoHasNotRead,
} from '../../../contract/content/library';
import type { Detail } from '../../../contract/action';
import { LIBRARY_LIMITS } from '../../../domain/content/library/library-rules';
import type { ErrorTexts } from '../../text/errors';
import { writtenBeforeText } from '../../text/written-before';

const AGAIN = '回到上一页再进来，看过现在的再改。';
const TAKEN_DOWN = '这份文件已经下架。要用，另传一份。';
const MEGABYTES = LIBRARY_LIMITS.fileBytes / 1024 / 1024;

const WHERE: Readonly<Record<string, string>> = {
  title: '标题',
  number: '文号',
  source: '出处',
  changed: '改了什么',
  'file-name': '文件名',
};

/** Why it is stopped, and where such a paper belongs. */
function secretText({ where = '', kind = '', found = '' }: Detail): string {
  const place = WHERE[where] ?? '填的内容';
  if (kind === 'file-number') {
    return `${place}里有“${found}”，像是盖章文件的文号。公开文件的文号填到“文号”一栏；内部件不放这里，请当面传达。`;
  }
  return `${place}里有“${found}”，这样的材料不能放在微信里。请按保密规定当面传达；如果确实是公开资料，换个说法再传。`;
}

export const FILE_TOO_LARGE_TEXT = `文件太大，最多 ${MEGABYTES} MB。压缩一下，或者分成几份再传。`;
export const FILE_KIND_TEXT = '只能传 PDF、Word、Excel、PPT。别的格式先另存为 PDF 再传。';
export const FILE_NOT_READ_TEXT = '没有读到这个文件，重新选一次。';
export const NOT_UPLOADED_TEXT = '文件没有传上去。填的都在，网络好一些时再点一次。';

const SENT_BEFORE =
  '上一次其实已经传上去了，是改之前的样子。要换，等审的人退回来或者放出来，再到那一份里点“换新版”。';

/** Of what got no answer, once it is known that it stands. */
export function foundText(isAsItStands: boolean, isNew: boolean): string {
  if (isAsItStands) return '上一次没等到回音，其实已经传上去了，不用再传。';
  if (!isNew) return SENT_BEFORE;
  return '上一次其实已经传上去了，是改之前的样子。要改，到那一份里换；另传一份，再点“传上去”。';
}

const offerErrors = {
  'written-before': SENT_BEFORE,
  'points-to-secret': secretText,
  'bad-audience': '选的范围有变动，重新选一下谁要看。',
  'nobody-in-audience': '选的范围里没有人，换一个范围。',
  'valid-day-unfit': '有效期要从今天起，最长三年，改一下。',
  'file-missing': '文件没有传完整，重新选一次。',
  'file-too-large': FILE_TOO_LARGE_TEXT,
  'file-of-other-kind': FILE_KIND_TEXT,
  'file-not-what-it-says': '文件内容和后缀对不上，改了文件名也不行。用办公软件打开，另存一份再传。',
  'file-locked': '文件加了密码，别人打不开。去掉密码，另存一份再传。',
  'file-has-macros': '文件里有宏或脚本，可能伤到别人的手机和电脑。另存为 PDF 再传。',
  'file-cut': '文件不完整，可能没存好。打开看看，另存一份再传。',
  'already-there': ({ title = '' }: Detail) =>
    `这份文件库里已经有了：《${title}》。要换新版，到那一份里换。`,
} as const;

export const offerDocumentErrors = {
  ...offerErrors,
  'library-full': ({ most = LIBRARY_LIMITS.documents }) =>
    `库里已经有 ${most} 份，放不下了。先把不用的下架。`,
} satisfies ErrorTexts<typeof offerDocument>;

export const offerVersionErrors = {
  ...offerErrors,
  'taken-down': TAKEN_DOWN,
  'waits-for-check': '已经有一版在等审核，审完再换。',
  'too-many-versions': `一份文件最多 ${LIBRARY_LIMITS.versions} 版。下架这一份，另传一份新的。`,
  'changed-meanwhile': `别人刚改过这份文件。${AGAIN}`,
} satisfies ErrorTexts<typeof offerVersion>;

export const checkErrors = {
  'own-upload': '自己传的不能自己审，请另一位支委看。',
  'nothing-to-check': '这一版别人已经审过了，不用再审。',
  'taken-down': TAKEN_DOWN,
  'changed-meanwhile': `刚刚换成了另一版。${AGAIN}`,
  'written-before': writtenBeforeText('退回'),
} satisfies ErrorTexts<typeof checkDocument>;

export const takeDownErrors = {
  'written-before': writtenBeforeText('下架'),
} satisfies ErrorTexts<typeof takeDownDocument>;

export const prolongErrors = {
  'taken-down': TAKEN_DOWN,
  'not-shown': '还没有放出来，先请人审核。',
  'valid-day-unfit': '有效期最长三年，到期前再延。',
} satisfies ErrorTexts<typeof prolongDocument>;

export const addressErrors = {
  'no-file': '这是一条链接，没有文件。回到上一页再点一次。',
  'file-gone': '文件不在了。请支部负责人换一版。',
} satisfies ErrorTexts<typeof documentAddress>;

export const whoErrors = {
  'nobody-asked': '这份文件现在不要求确认。回到上一页看看。',
} satisfies ErrorTexts<typeof whoHasNotRead>;
