import { message } from '../../../../contract/notice/inbox';
import { nowMs } from '../../../state/clock';
import { followClock } from '../../../state/follow-clock';
import { openPage } from '../../../state/open-page';
import { pageStyle } from '../../../state/page-style';
import { readAgain } from '../../../state/read-again';
import { isSecondTap } from '../../../state/second-tap';
import { opening, toView, unknownMessage } from './message.view';

/** One message that has come to this person, as the assessment speaks of it. */
Page({
  data: { pageStyle, view: opening },
  messageId: '',
  state: unknownMessage,

  onLoad({ messageId = '' }: { messageId?: string }) {
    this.messageId = messageId;
  },
  onShow() {
    followClock(this, { redraw: () => this.redraw(), reload: () => void this.load() });
    void this.load();
  },
  question() {
    return { messageId: this.messageId };
  },
  load() {
    return readAgain(this, message);
  },
  show(state: typeof unknownMessage) {
    this.state = state;
    this.redraw();
  },
  redraw() {
    this.setData({ view: toView(this.state, nowMs()) });
  },
  onOpenTap(event: WechatMiniprogram.BaseEvent<object, { page: string }>) {
    if (isSecondTap(event)) return;
    void openPage(event.currentTarget.dataset.page);
  },
});
