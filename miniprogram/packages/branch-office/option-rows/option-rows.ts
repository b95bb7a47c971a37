import { isSecondTap } from '../../../state/second-tap';

/** One of the things to choose from. `section` stands above the first of several that belong together. */
export interface Option {
  readonly id: string;
  readonly text: string;
  readonly isOn: boolean;
  readonly section?: string;
}

/** Rows of which one is chosen, or with `isMultiple` any number. Event: picked { id }. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    options: { type: Array, value: [] as readonly Option[] },
    isMultiple: { type: Boolean, value: false },
  },
  methods: {
    onTap(event: WechatMiniprogram.BaseEvent<object, { id: string }>) {
      if (isSecondTap(event)) return;
      this.triggerEvent('picked', { id: event.currentTarget.dataset.id });
    },
  },
});
