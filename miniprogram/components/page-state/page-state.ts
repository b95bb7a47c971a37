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
    onRetryTap() {
      this.triggerEvent('retry');
    },
    onActTap() {
      this.triggerEvent('act');
    },
    onLeaveTap() {
      void wx.switchTab({ url: '/pages/today/today' });
    },
    onBindTap() {
      void wx.navigateTo({ url: '/packages/me/bind/bind' });
    },
  },
});
