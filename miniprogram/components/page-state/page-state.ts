import { isSecondTap, type Tap } from '../../state/second-tap';

interface Block {
  readonly id: number;
  readonly shape: string;
}

const NO_BLOCKS: readonly Block[] = [];

/**
 * What stands where a page has no content yet: a skeleton of its layout, an invitation to bind, whose
 * the page is, an empty sentence, or an error with a retry. Events: retry, act (of the empty state).
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** A Placeholder of state/shown; anything else draws nothing. */
    state: { type: Object, value: { kind: 'loading' } },
    /** Blocks of the real layout from top to bottom, such as "title strip card card". */
    layout: { type: String, value: 'title card card' },
  },
  data: { blocks: NO_BLOCKS },
  observers: {
    layout(layout: string) {
      this.setData({ blocks: layout.split(' ').map((shape, id) => ({ id, shape })) });
    },
  },
  methods: {
    /** By the page: 'retry' or 'act'. */
    onDeedTap(event: Tap & WechatMiniprogram.BaseEvent<object, { deed: string }>) {
      if (isSecondTap(event)) return;
      this.triggerEvent(event.currentTarget.dataset.deed);
    },
    onLeaveTap(event: Tap) {
      if (isSecondTap(event)) return;
      void wx.switchTab({ url: '/pages/today/today' });
    },
    onBindTap(event: Tap) {
      if (isSecondTap(event)) return;
      void wx.navigateTo({ url: '/packages/me/bind/bind' });
    },
  },
});
