import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveryDocument, Outcome } from '../_store/delivery/delivery-document';
import type { Member } from '../_store/people/member-document';
import { aboutAtMs } from '../_deliver/about';
import { templates } from '../_kit/templates';
import { sendSubscribeMessage, type SendAnswer, type SubscribeMessage } from '../_kit/wechat';
import type { TemplateKey } from '../../domain/notice/kind-rules';
import { noticeText } from './notice.text';
import type { Taken } from './take';
import { templateValues, type Words } from './template-values';

/** One subscribe message to one person; for several documents when they are told of together. */
interface Job {
  readonly member: Member;
  readonly documents: readonly DeliveryDocument[];
  readonly templateKey: TemplateKey;
}

export interface SendReport {
  /** By document and person; who is missing was not tried. */
  readonly outcomes: ReadonlyMap<string, ReadonlyMap<string, Outcome>>;
  readonly spent: ReadonlyMap<TemplateKey, readonly string[]>;
  readonly cleared: ReadonlyMap<TemplateKey, readonly string[]>;
}

const PEOPLE_AT_ONCE = 8;
const BUSY_PAUSES_MS = [150, 400];
/** Answers of WeChat. Source: docs/rules.md#R-58 */
const CODE = {
  noCredit: 43101,
  busy: 43108,
  /** Of the template: no message of it will get through. */
  template: [40037, 43107],
  /** Of the words: no message with them will get through. */
  words: [45168, 47003],
};
const INBOX_PAGE = 'pages/inbox/inbox';

/** Sends what was taken: to one person one after the other, to several people at once. */
export async function sendMessages(
  taken: readonly Taken[],
  people: ReadonlyMap<string, Member>,
  stopAtMs: number,
): Promise<SendReport> {
  const sending = new Sending();
  const waiting = [...jobsByPerson(taken, people).values()];
  const worker = async (): Promise<void> => {
    for (let jobs = waiting.shift(); jobs !== undefined; jobs = waiting.shift()) {
      for (const job of jobs) {
        if (performance.now() >= stopAtMs) return;
        await sending.run(job);
      }
    }
  };
  await Promise.all(Array.from({ length: PEOPLE_AT_ONCE }, worker));
  return sending;
}

/** Urgent messages each alone; everything else of a person in one. */
function jobsByPerson(
  taken: readonly Taken[],
  people: ReadonlyMap<string, Member>,
): ReadonlyMap<string, readonly Job[]> {
  const byPerson = new Map<string, DeliveryDocument[]>();
  for (const { document, sendTo } of taken) {
    for (const memberId of sendTo) {
      byPerson.set(memberId, [...(byPerson.get(memberId) ?? []), document]);
    }
  }
  const jobs = new Map<string, readonly Job[]>();
  for (const [memberId, documents] of byPerson) {
    const member = people.get(memberId);
    if (member === undefined) continue;
    const jobOf = (told: readonly DeliveryDocument[]): Job[] => {
      const [first] = told;
      return first === undefined
        ? []
        : [{ member, documents: told, templateKey: first.templateKey }];
    };
    const urgent = documents.filter(({ urgency }) => urgency === 'urgent');
    const rest = documents.filter(({ urgency }) => urgency !== 'urgent');
    jobs.set(memberId, [...urgent.flatMap((document) => jobOf([document])), ...jobOf(rest)]);
  }
  return jobs;
}

/** Outcomes of one run, and what it has learnt not to try again. */
class Sending implements SendReport {
  readonly outcomes = new Map<string, Map<string, Outcome>>();
  readonly spent = new Map<TemplateKey, string[]>();
  readonly cleared = new Map<TemplateKey, string[]>();
  private readonly deadTemplates = new Set<TemplateKey>();
  private readonly deadWords = new Set<string>();

  async run(job: Job): Promise<void> {
    const { member, documents, templateKey } = job;
    const wordsKey = documents.map(({ _id }) => _id).join(' ');
    if (this.deadTemplates.has(templateKey) || this.deadWords.has(wordsKey)) {
      this.note(job, 'failed');
      return;
    }
    const answer = await sendWhenFree(messageOf(job));
    if (answer.kind === 'sent') {
      add(this.spent, templateKey, member._id);
      this.note(job, 'sent');
    } else if (answer.kind === 'unknown') {
      this.note(job, 'unknown');
    } else if (answer.code === CODE.noCredit) {
      add(this.cleared, templateKey, member._id);
      this.note(job, 'no-credit');
    } else {
      if (CODE.template.includes(answer.code)) this.deadTemplates.add(templateKey);
      if (CODE.words.includes(answer.code)) this.deadWords.add(wordsKey);
      // For whoever keeps the environment: the code and the template, and nobody's name.
      console.error(
        JSON.stringify({ level: 'error', action: 'send', code: answer.code, templateKey }),
      );
      this.note(job, 'failed');
    }
  }

  private note({ member, documents }: Job, outcome: Outcome): void {
    for (const { _id } of documents) {
      const ofDocument = this.outcomes.get(_id) ?? new Map<string, Outcome>();
      ofDocument.set(member._id, outcome);
      this.outcomes.set(_id, ofDocument);
    }
  }
}

/** 43108 says that another send to the person is under way, and that this one was not accepted. */
async function sendWhenFree(message: SubscribeMessage): Promise<SendAnswer> {
  let answer = await sendSubscribeMessage(message);
  for (const pauseMs of BUSY_PAUSES_MS) {
    if (answer.kind !== 'refused' || answer.code !== CODE.busy) break;
    await pause(pauseMs);
    answer = await sendSubscribeMessage(message);
  }
  return answer;
}

function messageOf({ member, documents, templateKey }: Job): SubscribeMessage {
  const template = templates()[templateKey];
  const [first, ...more] = documents;
  if (first === undefined) throw new Error('a message about nothing');
  const isOne = more.length === 0;
  const note = first.reminds === null ? (first.body ?? noticeText.open) : noticeText.reminder;
  return {
    openId: member.account,
    templateId: template.id,
    values: templateValues(template, {
      ...(isOne ? titleOf(first) : severalOf(first, documents.length)),
      atMs: first.about === null ? first.createdAtMs : aboutAtMs(first.about),
      note: isOne ? note : noticeText.merged,
    }),
    page: isOne && first.page !== null ? first.page : INBOX_PAGE,
  };
}

/** Of a title that begins with a person the verb carries the meaning, of several the count. */
function titleOf({ title, author }: DeliveryDocument): Pick<Words, 'title' | 'titleEnd'> {
  return title.startsWith(author.name) && author.name !== ''
    ? { title: author.name, titleEnd: title.slice(author.name.length) }
    : { title };
}

const severalOf = ({ title }: DeliveryDocument, count: number) => ({
  title,
  titleEnd: noticeText.andOthers(count),
});

function add(lists: Map<TemplateKey, string[]>, key: TemplateKey, memberId: string): void {
  lists.set(key, [...(lists.get(key) ?? []), memberId]);
}
