import type { IssueDocument } from '../../../../cloudfunctions/_store/content/issues';
import type { ItemDocument } from '../../../../cloudfunctions/_store/content/item-document';
import type { LibraryDocument } from '../../../../cloudfunctions/_store/content/library-document';
import type {
  ContestDocument,
  ContestEntry,
} from '../../../../cloudfunctions/_store/content/contest-document';
import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import type { RotationDocument } from '../../../../cloudfunctions/_store/roster/shift-documents';
import type { Stage } from '../actor';
import type { ContentLog, ClockRun } from './log';

/** The simulation of content: what that of notices has, and a chronicle. */
export interface ContentStage extends Stage {
  readonly chronicle: Chronicle;
}

type Kept = {
  -readonly [K in Exclude<keyof ContentLog, 'notices' | 'stored'>]: ContentLog[K][number][];
};

/** Also what was withdrawn since. */
const wasOut = ({ steps }: ItemDocument) => steps.some(({ kind }) => kind === 'published');

/** Writes down what people did and what was stored when, in one order. */
export class Chronicle {
  readonly kept: Kept = {
    runs: [],
    drafted: [],
    plannings: [],
    withdrawals: [],
    tellings: [],
    looks: [],
    editions: [],
    acks: [],
    listings: [],
    answers: [],
  };
  readonly #stage: Pick<Stage, 'cloud' | 'recorder'>;
  readonly #told = new Set<string>();
  readonly #out = new Set<string>();
  #seq = 0;

  constructor(stage: Pick<Stage, 'cloud' | 'recorder'>) {
    this.#stage = stage;
  }

  /** The place and the instant of what happens now. */
  now(): { readonly seq: number; readonly atMs: number } {
    this.#seq += 1;
    return { seq: this.#seq, atMs: this.#stage.recorder.nowMs };
  }

  items = () => this.#all('items') as readonly ItemDocument[];
  issues = () => this.#all('issues') as readonly IssueDocument[];
  documents = () => this.#all('library_documents') as readonly LibraryDocument[];
  contests = () => this.#all('contests') as readonly ContestDocument[];
  entries = () => this.#all('contest_entries') as readonly ContestEntry[];

  /** Around one run of the clock. */
  async ran(run: () => Promise<boolean>, isNeedless: boolean): Promise<void> {
    const { recorder, cloud } = this.#stage;
    const begun = this.now();
    const before = new Set(recorder.deliveries().map(({ _id }) => _id));
    const sentBefore = cloud.wechat.messages.outbox.length;
    const isDone = await run();
    const sent = cloud.wechat.messages.outbox.slice(sentBefore);
    const broughtOut = this.items()
      .filter((item) => wasOut(item) && !this.#out.has(item._id))
      .map(({ _id }) => _id);
    for (const itemId of broughtOut) this.#out.add(itemId);
    recorder.discover();
    this.#noteTellings();
    const fresh = recorder.deliveries().filter(({ _id }) => !before.has(_id));
    const needless = sent.filter(({ openId, data }) => {
      const memberId = recorder.holders.get(openId) ?? openId;
      return !fresh.some((each) => tells(each, memberId, data['thing1'] ?? ''));
    });
    const counted: ClockRun['needless'] = isNeedless ? needless.length : null;
    this.kept.runs.push({ ...begun, isDone, broughtOut, needless: counted });
  }

  log(): ContentLog {
    const { recorder } = this.#stage;
    return {
      ...this.kept,
      notices: recorder.log(),
      stored: {
        items: this.items(),
        issues: this.issues(),
        deliveries: recorder.deliveries(),
        members: recorder.members(),
        rotations: this.#all('rotations') as readonly RotationDocument[],
        contests: this.contests(),
        entries: this.entries(),
      },
    };
  }

  /** Between two steps nobody comes or goes: who is of a branch now was when it was told. */
  #noteTellings(): void {
    const { recorder } = this.#stage;
    for (const { _id, kind, branchId } of recorder.deliveries()) {
      if (!/^(?:party|integrity)-issue$/u.test(kind) || this.#told.has(_id)) continue;
      this.#told.add(_id);
      const there = recorder
        .members()
        .filter((member) => member.branchId === branchId && member.leftDay === null);
      this.kept.tellings.push({ deliveryId: _id, memberIds: there.map((member) => member._id) });
    }
  }

  #all(name: string): readonly unknown[] {
    return [...this.#stage.cloud.engine.collection(name).all()].map(({ document }) => document);
  }
}

/** Whether what a phone shows begins with the words of this message to its person. */
function tells({ memberIds, title }: DeliveryDocument, memberId: string, shown: string): boolean {
  const words = shown.replace(/等\d+条$/u, '').replace(/…$/u, '');
  return memberIds.includes(memberId) && title.startsWith(words);
}
