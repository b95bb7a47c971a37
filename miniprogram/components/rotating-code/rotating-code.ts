import { SLOT_MS } from '../../../domain/study/check-in-code';
import { nowMs } from '../../state/clock';
import { drawQr, type QrCanvas } from './draw-qr';
import { isRunningLow, secondsLeft, slotAt, spacedDigits, type Slot } from './slot-clock';

/**
 * The code of the present fifteen seconds as QR and, if it has some, as digits, with the seconds
 * it has left. Ticks only while the page is shown. Event: running-low, when more slots are needed.
 */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    slots: { type: Array, value: [] as Slot[] },
    label: { type: String, value: '' },
    /** Under the digits, or instead of them. */
    hint: { type: String, value: '' },
    /** What stands on the paper when no slot is left. */
    outText: { type: String, value: '' },
  },
  data: { digits: '', seconds: 0, percent: 0, isOut: false },
  observers: {
    slots() {
      this.tick();
    },
  },
  lifetimes: {
    ready() {
      this.findCanvas();
    },
    detached() {
      this.stop();
    },
  },
  pageLifetimes: {
    show() {
      this.start();
    },
    hide() {
      this.stop();
    },
  },
  methods: {
    own(): Own {
      return ((this as unknown as { kept?: Own }).kept ??= { drawnAtMs: -1 });
    },

    findCanvas() {
      this.createSelectorQuery()
        .select('.code__canvas')
        .fields({ node: true, size: true })
        .exec((found: ({ node: QrCanvas; width: number } | null)[]) => {
          const [canvas] = found;
          if (canvas === null || canvas === undefined) return;
          this.own().canvas = { node: canvas.node, width: canvas.width };
          this.start();
        });
    },

    start() {
      this.stop();
      this.tick();
      this.own().timer = setInterval(() => this.tick(), TICK_MS);
    },
    stop() {
      const own = this.own();
      if (own.timer !== undefined) clearInterval(own.timer);
      delete own.timer;
    },

    tick() {
      const slots = this.data.slots as readonly Slot[];
      const now = nowMs();
      const slot = slotAt(slots, now);
      if (slot === undefined || isRunningLow(slots, now)) this.triggerEvent('running-low');
      if (slot === undefined) {
        if (!this.data.isOut || this.data.digits !== '') this.setData({ isOut: true, digits: '' });
        return;
      }
      this.draw(slot);
      const seconds = secondsLeft(slot, now);
      const digits = slot.digits === undefined ? '' : spacedDigits(slot.digits);
      const { data } = this;
      if (seconds === data.seconds && digits === data.digits && !data.isOut) return;
      this.setData({ seconds, digits, percent: (seconds * 100_000) / SLOT_MS, isOut: false });
    },

    draw(slot: Slot) {
      const own = this.own();
      if (own.canvas === undefined || own.drawnAtMs === slot.startAtMs) return;
      const { pixelRatio } = wx.getWindowInfo();
      drawQr(own.canvas.node, slot.payload, own.canvas.width * pixelRatio);
      own.drawnAtMs = slot.startAtMs;
    },
  },
});

/** Often enough that a slot never shows late by what a person would see. */
const TICK_MS = 250;

/** What the instance keeps and WXML does not show. */
interface Own {
  canvas?: { node: QrCanvas; width: number };
  timer?: ReturnType<typeof setInterval>;
  /** Start of the slot on the canvas; -1 when none. */
  drawnAtMs: number;
}
