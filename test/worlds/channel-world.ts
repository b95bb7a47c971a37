import type { InputOf } from '../../contract/action';
import { checkItem, planIssue, saveItem } from '../../contract/content/channel-editing';
import type { ItemDocument } from '../../cloudfunctions/_store/content/item-document';
import type { Role } from '../../contract/roles';
import type { LocalDay } from '../../domain/time/local-day';
import { dayOfInstant } from '../../domain/time/local-day';
import { stored } from '../builders/stored';
import { aMember, useStudyWorld, type StudyWorld } from './study-world';

type Save = InputOf<typeof saveItem>;

export interface ChannelWorld extends StudyWorld {
  /** A picture in the folder of an editor, with its small one, as their phone has put it there. */
  readonly picture: (memberId: string, pictureId?: string) => Save['draft']['pictures'][number];
  /** What the writer's phone sends: a draft that lacks nothing. */
  readonly aSave: (itemId: string, save?: Partial<Save>, draft?: Partial<Save['draft']>) => Save;
  readonly item: (itemId: string) => ItemDocument;
  /** Passes or returns it as this person, who has it before them. */
  readonly check: (memberId: string, itemId: string, returnBecause?: string) => Promise<string>;
  /** Handed in by `writer`, passed by the secretary and by `office`. */
  readonly ready: (itemId: string, draft?: Partial<Save['draft']>) => Promise<string>;
  /** Ready, and in the issue of today at this minute. */
  readonly planned: (itemIds: readonly string[], minute?: number, day?: LocalDay) => Promise<void>;
  readonly verdicts: () => Promise<void>;
}

let deeds = 0;

/**
 * The world of studies, where `secretary` and `office` check, with editors of branch-1: `writer` and
 * `writer-2`, publicity officers, and `discipline`.
 */
export function useChannelWorld(...others: readonly string[]): ChannelWorld {
  const world = useStudyWorld('content', 'wxevents', 'clock', 'notify', 'member', ...others);
  beforeEach(async () => {
    world.cloud.wechat.content.holdVerdicts();
    const editor = (memberId: string, role: Role) => aMember(memberId, { roles: ['member', role] });
    await world.plant(
      'members',
      editor('writer', 'publicity-officer'),
      editor('writer-2', 'publicity-officer'),
      editor('discipline', 'discipline-officer'),
    );
  });
  const picture: ChannelWorld['picture'] = (memberId, pictureId = 'picture') => {
    const write = (name: string) =>
      world.cloud.files.write(`items/202503/${memberId}/${name}.jpg`, Buffer.from('a picture'));
    write(`${pictureId}-small`);
    return { pictureId, fileId: write(pictureId) };
  };
  const aSave: ChannelWorld['aSave'] = (itemId, save = {}, draft = {}) => {
    deeds += 1;
    return {
      itemId,
      revision: null,
      deedId: `deed-${deeds}`,
      channel: 'party',
      handIn: false,
      draft: {
        title: 'ask once more',
        line: 'and walk once less',
        byline: null,
        minutes: 2,
        link: null,
        pictures: [picture('writer')],
        source: 'our own drawing',
        licence: 'own',
        forDay: null,
        ...draft,
      },
      ...save,
    };
  };
  const item = (itemId: string): ItemDocument => stored(world.cloud, 'items', itemId);
  const check: ChannelWorld['check'] = async (memberId, itemId, returnBecause) => {
    deeds += 1;
    const reply = await world.phone(memberId).call(checkItem, {
      itemId,
      revision: item(itemId).edition,
      deedId: `deed-${deeds}`,
      returnBecause: returnBecause ?? null,
    });
    return reply.ok ? item(itemId).state : reply.code;
  };
  const verdicts = async () => {
    await world.cloud.wechat.content.deliverVerdicts();
    await world.cloud.wechat.push.settled();
  };
  return Object.assign(Object.create(world) as StudyWorld, {
    picture,
    aSave,
    item,
    check,
    verdicts,
    ready: async (itemId: string, draft: Partial<Save['draft']> = {}) => {
      await world.phone('writer').get(saveItem, aSave(itemId, { handIn: true }, draft));
      await verdicts();
      await check('secretary', itemId);
      await check('office', itemId);
      return itemId;
    },
    planned: async (
      itemIds: readonly string[],
      minute = 12 * 60,
      day = dayOfInstant(world.nowMs()),
    ) => {
      const issue = { channel: 'party', day, minute, revision: 0 } as const;
      await world.phone('office').get(planIssue, { ...issue, itemIds: [...itemIds] });
    },
  });
}
