import type { keepLonger as action } from '../../../contract/content/takedown';
import { canBeKeptUntil } from '../../../domain/content/takedown';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import { takedownText } from '../../_deliver/takedown.text';
import type { Handler } from '../../_kit/serve';
import { withStep } from '../../_store/content/item-document';
import { items } from '../../_store/content/items';
import { withKeeping } from '../../_store/content/library-document';
import { libraryDocuments } from '../../_store/content/library-documents';
import { doneBefore } from '../channel/standing';

type Refused = 'done' | 'not-read' | 'written-before';

/** The last who keeps it says until when; each stands in its trail. docs/rules.md#R-309 */
export const keepLonger: Handler<typeof action> = async (input, ctx) => {
  const { kind, id, untilMonth, reason, deedId } = input;
  const nowMs = ctx.nowMs();
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const nextMonth = monthBeside(monthOf(dayOfInstant(nowMs)), 1);
  if (!canBeKeptUntil(untilMonth, nextMonth)) return ctx.fail('bad-month');
  const verdict =
    kind === 'document'
      ? await libraryDocuments.change<Refused>(id, (document) => {
          const done = document.kept?.find((each) => each.deedId === deedId);
          if (done !== undefined) {
            const isSame = done.untilMonth === untilMonth && done.reason === reason;
            return isSame ? 'done' : 'written-before';
          }
          if (document.state !== 'shown') return 'not-read';
          const keeping = { deedId, by, atMs: nowMs, untilMonth, reason };
          return { keptUntilMonth: untilMonth, kept: withKeeping(document, keeping) };
        })
      : await items.change<Refused>({ _id: id, channel: kind }, (item) => {
          const text = takedownText.kept(untilMonth, reason);
          const done = doneBefore(item, deedId, ['kept-longer'], text);
          if (done !== undefined) return done;
          if (item.state !== 'published') return 'not-read';
          const step = { deedId, kind: 'kept-longer', by, atMs: nowMs, text } as const;
          return {
            keptUntilMonth: untilMonth,
            edition: item.edition + 1,
            steps: withStep(item, step),
          };
        });
  if (verdict.kind === 'missing') return ctx.fail('not-read');
  if (verdict.kind === 'taken') throw new Error('for how long it is read is no content');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  return ctx.answer({});
};
