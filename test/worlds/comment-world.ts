import type { InputOf } from '../../contract/action';
import { channelItem } from '../../contract/content/channel-reading';
import type { ShownComment } from '../../contract/content/comment-shapes';
import { decideComment, writeComment } from '../../contract/content/comments';
import type { ItemCommentDocument } from '../../cloudfunctions/_store/content/comment-document';
import { anItemOut } from '../builders/items';
import { stored } from '../builders/stored';
import { useChannelWorld, type ChannelWorld } from './channel-world';

type Write = InputOf<typeof writeComment>;
type Deed = InputOf<typeof decideComment>;

export interface CommentWorld extends ChannelWorld {
  /** Writes it under the item `out`, as this person's phone sends it; the state, or the code of a refusal. */
  readonly write: (
    memberId: string,
    commentId: string,
    comment?: Partial<Write>,
  ) => Promise<string>;
  readonly decide: (memberId: string, commentId: string, deed?: Partial<Deed>) => Promise<string>;
  readonly comment: (commentId: string) => ItemCommentDocument;
  /** What this person sees under `out`. */
  readonly seenBy: (memberId: string) => Promise<readonly ShownComment[]>;
}

/** The world of channels, where `writer`, publicity officer, and `secretary` check, with an item `out`. */
export function useCommentWorld(): CommentWorld {
  const world = useChannelWorld();
  beforeEach(() => world.plant('items', anItemOut('out', 'branch-1')));
  return Object.assign(Object.create(world) as ChannelWorld, {
    write: async (memberId: string, commentId: string, comment: Partial<Write> = {}) => {
      const reply = await world.phone(memberId).call(writeComment, {
        commentId,
        itemId: 'out',
        text: 'I shall ask once more, too',
        wantsAnswer: false,
        answersId: null,
        ...comment,
      });
      return reply.ok ? reply.output.state : reply.code;
    },
    decide: async (memberId: string, commentId: string, deed: Partial<Deed> = {}) => {
      const input = { commentId, answerId: null, deed: 'show', reason: null, ...deed } as const;
      const reply = await world.phone(memberId).call(decideComment, input);
      return reply.ok ? 'ok' : reply.code;
    },
    comment: (commentId: string): ItemCommentDocument =>
      stored(world.cloud, 'item_comments', commentId),
    seenBy: async (memberId: string) => {
      const reply = await world.phone(memberId).get(channelItem, { itemId: 'out' });
      return reply.comments?.comments ?? [];
    },
  });
}
