import type { BankQuestion } from '../../cloudfunctions/_store/content/bank-questions';
import type {
  ContestDocument,
  ContestEntry,
} from '../../cloudfunctions/_store/content/contest-document';
import type { CommentatorTerm } from '../../cloudfunctions/_store/content/commentator-terms';
import type { DutyDocument } from '../../cloudfunctions/_store/content/duties';
import type { ItemCommentDocument } from '../../cloudfunctions/_store/content/comment-document';
import type { ItemDocument } from '../../cloudfunctions/_store/content/item-document';
import type { IssueDocument } from '../../cloudfunctions/_store/content/issues';
import type { DeliveryDocument } from '../../cloudfunctions/_store/delivery/delivery-document';
import type { LibraryDocument } from '../../cloudfunctions/_store/content/library-document';
import type { BranchDocument } from '../../cloudfunctions/_store/people/branches';
import { crewIdOn, type Member } from '../../cloudfunctions/_store/people/member-document';
import { organisationOf } from '../../cloudfunctions/_store/people/organisation';
import type { RotationDocument } from '../../cloudfunctions/_store/roster/shift-documents';
import type { AssessmentDocument } from '../../cloudfunctions/_store/star/assessments';
import type { NominationDocument } from '../../cloudfunctions/_store/star/nominations';
import type { PollDocument } from '../../cloudfunctions/_store/star/poll-document';
import type { StandardDocument } from '../../cloudfunctions/_store/star/standards';
import type { SheetDocument } from '../../cloudfunctions/_store/star/sheet-document';
import type { StarMonthDocument } from '../../cloudfunctions/_store/star/star-month-document';
import type { SuggestionDocument } from '../../cloudfunctions/_store/content/suggestion-document';
import type { SwapDocument } from '../../cloudfunctions/_store/roster/swaps';
import type { AttendanceDocument } from '../../cloudfunctions/_store/study/attendance-document';
import type { StudyDocument } from '../../cloudfunctions/_store/study/studies';
import { TEMPLATE_KEYS } from '../../domain/notice/kind-rules';
import { isAsked } from '../../domain/people/audience';
import { dayOfInstant, type LocalDay } from '../../domain/time/local-day';
import type { LocalCloud } from '../cloud/start-local-cloud';
import { demoAssessment, monthRecordsOf } from './star/sheets';
import { demoStandard } from './star/standard';
import { demoPolls } from './star/polls';
import { demoNominations, demoStarMonths } from './star/star-months';
import { demoSuggestionPictures, demoSuggestions } from './demo-suggestions';
import { demoLibrary, DEMO_FILES } from './library/documents';
import { readingsOf } from './library/readings';
import { demoSwap } from './demo-swap';
import { memberDocuments } from './member-documents';
import { demoChannels, demoPictures } from './content/channel';
import { demoComments } from './content/comments';
import { demoDuties } from './content/duties';
import { demoContests } from './content/contests';
import { withLectures } from './content/lectures';
import type { LectureDocument } from '../../cloudfunctions/_store/content/lecture-document';
import { branchMessages } from './notices/branch-messages';
import { branchDocuments, demoBranches, rotationDocuments } from './organisation';
import { registerLine } from './register-lines';
import { scannersOf } from './scanners';
import { studyDocument } from './study-documents';
import { planStudies } from './study-plan';
import { localTemplateId } from './templates';
import { writeOnly } from './write-documents';

/** The demo organisation as documents, by collection. */
export interface World {
  readonly rotations: readonly RotationDocument[];
  readonly members: readonly Member[];
  readonly swaps: readonly SwapDocument[];
  readonly studies: readonly StudyDocument[];
  readonly attendances: readonly AttendanceDocument[];
  readonly deliveries: readonly DeliveryDocument[];
  readonly standards: readonly StandardDocument[];
  readonly assessments: readonly AssessmentDocument[];
  readonly sheets: readonly SheetDocument[];
  readonly star_months: readonly StarMonthDocument[];
  readonly star_nominations: readonly NominationDocument[];
  readonly polls: readonly PollDocument[];
  readonly suggestions: readonly SuggestionDocument[];
  readonly items: readonly ItemDocument[];
  readonly issues: readonly IssueDocument[];
  readonly item_comments: readonly ItemCommentDocument[];
  readonly commentator_terms: readonly CommentatorTerm[];
  readonly channel_duties: readonly DutyDocument[];
  readonly library_documents: readonly LibraryDocument[];
  readonly contests: readonly ContestDocument[];
  readonly bank_questions: readonly BankQuestion[];
  readonly contest_entries: readonly ContestEntry[];
  readonly lectures: readonly LectureDocument[];
  readonly branches: readonly BranchDocument[];
}

export interface SeedProgress {
  readonly collection: keyof World;
  readonly documents: number;
}

interface SeededCloud extends Pick<LocalCloud, 'engine'> {
  readonly files: Pick<LocalCloud['files'], 'write'>;
  readonly wechat: {
    readonly messages: Pick<LocalCloud['wechat']['messages'], 'creditsOf' | 'grant'>;
  };
}

/**
 * Fills the cloud with the demo organisation as it stands at `nowMs`. False, and nothing is written,
 * when it is there already. Cut off anywhere, the next call finishes it.
 */
export async function seedWorld(
  { engine, files, wechat }: SeededCloud,
  nowMs: number,
  onProgress: (progress: SeedProgress) => void = () => undefined,
): Promise<boolean> {
  const isThere = demoBranches.some(
    ({ branchId }) => engine.collection('branches').get(branchId) !== undefined,
  );
  if (isThere) return false;
  const world = worldAt(nowMs);
  grantCredits(wechat.messages, world.members);
  for (const [path, bytes] of demoPictures(nowMs)) files.write(path, bytes);
  for (const [path, bytes] of demoSuggestionPictures()) files.write(path, bytes);
  for (const { cloudPath, content } of DEMO_FILES) files.write(cloudPath, content);
  // Branches come last and in one commit: they tell that everything else is there.
  for (const collection of [
    'rotations',
    'members',
    'swaps',
    'studies',
    'attendances',
    'deliveries',
    'standards',
    'assessments',
    'sheets',
    'star_months',
    'star_nominations',
    'polls',
    'suggestions',
    'items',
    'issues',
    'item_comments',
    'commentator_terms',
    'channel_duties',
    'library_documents',
    'contests',
    'bank_questions',
    'contest_entries',
    'lectures',
    'branches',
  ] as const) {
    const documents = world[collection];
    // An earlier call that was cut off began another hour's world.
    await writeOnly(engine, collection, documents);
    onProgress({ collection, documents: documents.length });
  }
  return true;
}

/** WeChat knows of the same credits as the ledger. */
function grantCredits(messages: SeededCloud['wechat']['messages'], members: readonly Member[]) {
  for (const { account, credits } of members) {
    for (const key of TEMPLATE_KEYS) {
      const templateId = localTemplateId(key);
      const missing = (credits[key] ?? 0) - messages.creditsOf(account, templateId);
      if (missing > 0) messages.grant(account, templateId, missing);
    }
  }
}

/** Always the same for the same instant. */
export function worldAt(nowMs: number): World {
  const today = dayOfInstant(nowMs);
  const rotations = rotationDocuments();
  const branches = branchDocuments(nowMs);
  const organisation = organisationOf(branches, rotations);
  const people = memberDocuments(nowMs).map((member) => ({
    member,
    schedule: organisation.scheduleOf(member),
  }));
  const studies: StudyDocument[] = [];
  const attendances: AttendanceDocument[] = [];
  /** By branch, whoever is about to check in. */
  const scanners = new Map<string, string>();
  for (const planned of planStudies(nowMs)) {
    const { branchId } = planned.branch;
    const { audience } = planned;
    const asked = people.filter(({ member }) =>
      isAsked({ branchId, audience }, personOn(today, member), today),
    );
    const study = studyDocument(
      planned,
      asked.map(({ schedule }) => schedule),
      nowMs,
    );
    studies.push(study);
    if (study.state === 'draft') continue;
    const scanner = planned.openSitting && scannersOf(asked, planned.openSitting, nowMs)[0];
    if (scanner) scanners.set(branchId, scanner.member._id);
    attendances.push(
      ...asked.map(({ member, schedule }) =>
        registerLine(study, member, schedule, { nowMs, isAwaited: member === scanner?.member }),
      ),
    );
  }
  const messages = branches.map(({ _id: branchId }) =>
    branchMessages(
      {
        branchId,
        members: people.map(({ member }) => member).filter((each) => each.branchId === branchId),
        studies: studies.filter((study) => study.branchId === branchId),
        lines: attendances.filter((line) => line.branchId === branchId),
        slow: [scanners.get(branchId) ?? []].flat(),
      },
      organisation,
      nowMs,
    ),
  );
  const library = demoLibrary(nowMs);
  const deliveries = [
    ...messages.flatMap(({ documents }) => documents),
    ...readingsOf(
      library,
      people.map(({ member }) => member),
    ),
  ];
  const records = monthRecordsOf({ lines: attendances, studies, deliveries }, nowMs);
  return {
    rotations,
    members: messages.flatMap(({ members }) => members),
    swaps: [demoSwap(nowMs)],
    studies,
    attendances,
    deliveries,
    standards: [demoStandard(nowMs)],
    ...demoAssessment(people, records, nowMs),
    star_months: demoStarMonths(nowMs),
    star_nominations: demoNominations(nowMs),
    polls: demoPolls(nowMs),
    suggestions: demoSuggestions(nowMs),
    ...demoChannels(nowMs),
    ...demoComments(nowMs),
    channel_duties: demoDuties(
      people.map(({ member }) => member),
      organisation,
      nowMs,
    ),
    library_documents: library,
    ...withLectures(
      demoContests(
        people.map(({ member }) => member),
        organisation,
        nowMs,
      ),
      nowMs,
    ),
    branches,
  };
}

function personOn(day: LocalDay, member: Member) {
  const { _id: memberId, branchId, groupId, leftDay } = member;
  return { memberId, branchId, groupId, leftDay, crewId: crewIdOn(member, day) };
}
