import { createHash } from 'node:crypto';
import {
  contentKeysOf,
  type LibraryDocument,
  type StoredVersion,
} from '../../../cloudfunctions/_store/content/library-document';
import {
  addDays,
  dayOfInstant,
  instantOf,
  MS_PER_HOUR,
  type LocalDay,
} from '../../../domain/time/local-day';
import { fileIdIn, LOCAL_ENV } from '../../cloud/files/cloud-files';
import { demoPerson } from '../people';
import { workdayBefore } from '../workdays';
import { demoPdf } from './demo-pdf';

const BRANCH = 'yunxing';
const UPLOADER = 'yx33';
const KEEPER = 'yx15';
const CHECKER = 'yx01';
const EVERYBODY = { kind: 'branch' } as const;

/** One document of the demo organisation; days are working days before now, the newest version last. */
interface Planned {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly number?: string;
  readonly isMustRead?: true;
  readonly keeper?: string;
  readonly versions: readonly {
    readonly daysAgo: number;
    readonly size: StoredVersion['size'];
    readonly changed: string | null;
  }[];
  /** Days from now; absent: without a last day. */
  readonly validForDays?: number;
  readonly link?: string;
  readonly takenDown?: string;
}

const first = (daysAgo: number) => ({ daysAgo, size: 'first', changed: null }) as const;
const minor = (daysAgo: number, changed: string) => ({ daysAgo, size: 'minor', changed }) as const;
const major = (daysAgo: number, changed: string) => ({ daysAgo, size: 'major', changed }) as const;

const SHOWN: readonly Planned[] = [
  {
    name: 'rules',
    title: '检修现场安全新规要点',
    source: '国家标准公开网站',
    number: 'GB 26164.1-2010',
    isMustRead: true,
    versions: [first(31)],
    validForDays: 365,
  },
  {
    name: 'election',
    title: '换届程序图解',
    source: '共产党员网',
    isMustRead: true,
    versions: [first(45), major(33, '改了第 2、4 页')],
  },
  {
    name: 'gifts',
    title: '礼品登记怎么填',
    source: '公司官网廉洁专栏',
    isMustRead: true,
    versions: [first(35)],
    validForDays: 290,
  },
  {
    name: 'dues',
    title: '党费交纳说明',
    source: '共产党员网',
    keeper: KEEPER,
    versions: [first(60)],
    validForDays: 20,
  },
  {
    name: 'chapter',
    title: '条例第三章摘读',
    source: '《中国共产党支部工作条例（试行）》',
    versions: [first(40), minor(24, '只改错字')],
  },
  {
    name: 'detour',
    title: '吹灰区绕行图',
    source: '厂区公告栏',
    versions: [first(30), major(20, '封闭到下周'), major(5, '恢复通行')],
  },
  { name: 'points', title: '入党积极分子谈话要点', source: '共产党员网', versions: [first(52)] },
  { name: 'theme-day', title: '主题党日怎么安排', source: '共产党员网', versions: [first(48)] },
  { name: 'first-aid', title: '心肺复苏四步图', source: '红十字会官网', versions: [first(50)] },
  { name: 'steps', title: '发展党员流程', source: '共产党员网', versions: [first(55)] },
  { name: 'rest', title: '倒班人员睡眠小知识', source: '国家卫健委网站', versions: [first(58)] },
  {
    name: 'reading',
    title: '《条例》原文在哪里看',
    source: '共产党员网',
    versions: [first(42)],
    link: 'https://www.12371.cn/',
  },
];

const DOWN: readonly Planned[] = [
  ['old-rules', '检修现场安全规定（旧）', '有了新规'],
  ['old-dues', '2024 年党费交纳说明', '到期了'],
  ['old-detour', '磨煤机区绕行图', '已经恢复通行'],
  ['old-plan', '2025 年学习安排', '到期了'],
].map(([name = '', title = '', takenDown = '']) => ({
  name,
  title,
  source: '支部',
  versions: [first(70)],
  takenDown,
}));

const PLANNED: readonly Planned[] = [...SHOWN, ...DOWN];

const pathOf = (versionId: string): string => `library-kept/${BRANCH}/${versionId}.pdf`;
const versionIdOf = ({ name }: Planned, at: number): string => `demo-${name}-${at + 1}`;

/** What lies in storage for them. */
export const DEMO_FILES = PLANNED.filter(({ link }) => link === undefined).flatMap((planned) =>
  planned.versions.map((_, at) => {
    const versionId = versionIdOf(planned, at);
    const content = demoPdf(`${planned.name}, version ${at + 1} (demo)`);
    return { versionId, cloudPath: pathOf(versionId), content };
  }),
);

/** The library of a branch as it stands at `nowMs`. */
export function demoLibrary(nowMs: number): LibraryDocument[] {
  const today = dayOfInstant(nowMs);
  return PLANNED.map((planned) => {
    const { name, versions, takenDown } = planned;
    const made = versions.map((_, at) => versionOf(planned, at, today));
    const [current, ...earlier] = made.reverse();
    if (current === undefined) throw new Error(`${name} has no version`);
    const by = byOf(CHECKER);
    const majors = versions.filter(({ size }) => size !== 'minor').length;
    const document = {
      _id: `demo-${name}`,
      branchId: BRANCH,
      state: takenDown === undefined ? 'shown' : 'taken-down',
      current,
      offered: null,
      earlier,
      message:
        planned.isMustRead === true ? { messageId: `demo-read-${name}`, major: majors } : null,
      takenDown:
        takenDown === undefined
          ? null
          : { by, atMs: atNoon(workdayBefore(today, 10)), reason: takenDown },
      firstAtMs: made.at(-1)?.atMs ?? current.atMs,
      revision: versions.length,
      schemaVersion: 1,
    } as const;
    return { ...document, contentKeys: contentKeysOf(document) };
  });
}

function versionOf(planned: Planned, at: number, today: LocalDay): StoredVersion {
  const { title, number = null, source, isMustRead, keeper = UPLOADER, versions } = planned;
  const { daysAgo, size, changed } = versions[at] ?? first(0);
  const atMs = atNoon(workdayBefore(today, daysAgo));
  return {
    versionId: versionIdOf(planned, at),
    edition: at + 1,
    title,
    number,
    source,
    content: contentOf(planned, versionIdOf(planned, at)),
    size,
    changed,
    validUntilDay: planned.validForDays === undefined ? null : addDays(today, planned.validForDays),
    readers: isMustRead === true ? EVERYBODY : null,
    by: byOf(keeper),
    atMs,
    checkedBy: byOf(CHECKER),
    checkedAtMs: atMs + MS_PER_HOUR,
  };
}

function contentOf({ title, link }: Planned, versionId: string): StoredVersion['content'] {
  if (link !== undefined) return { kind: 'link', url: link };
  const file = DEMO_FILES.find((each) => each.versionId === versionId);
  if (file === undefined) throw new Error(`there is no file of ${versionId}`);
  return {
    kind: 'file',
    fileId: fileIdIn(LOCAL_ENV, file.cloudPath),
    fileName: `${title}.pdf`,
    type: 'pdf',
    bytes: file.content.length,
    digest: createHash('sha256').update(file.content).digest('hex'),
  };
}

const atNoon = (day: LocalDay): number => instantOf(day, 12 * 60 + 10);

function byOf(memberId: string): StoredVersion['by'] {
  const { name } = demoPerson(memberId);
  return { memberId, name };
}
