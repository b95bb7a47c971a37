import type { FetchedFile } from '../../state/fetched-file';
import { shareFile } from '../../state/phone-refusal';
import { isSecondTap, type Tap } from '../../state/second-tap';
import {
  FILE_NOTE_TEXT,
  FILE_NOT_OPENED_TEXT,
  fileNotSharedText,
  OWN_FILE_NOTE_TEXT,
} from '../../text/file';

const NOTHING = { fileName: '', note: FILE_NOTE_TEXT, canOpen: true };

/** What can be done with a file that is on the phone, each by a tap of its own. Event: closed. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** A FetchedFile; null: the sheet is closed. */
    file: { type: Object, value: null },
  },
  data: { shown: NOTHING, problem: '' },
  observers: {
    file(file: FetchedFile | null) {
      // What is shown stays while the sheet closes.
      if (file === null) return;
      const canOpen = file.type !== 'txt';
      const note = canOpen ? FILE_NOTE_TEXT : OWN_FILE_NOTE_TEXT;
      this.setData({ shown: { fileName: file.fileName, note, canOpen }, problem: '' });
    },
  },
  methods: {
    onOpenTap(event: Tap) {
      if (isSecondTap(event)) return;
      const file = this.data.file as FetchedFile | null;
      if (file === null || file.type === 'txt') return;
      wx.openDocument({
        filePath: file.filePath,
        fileType: file.type,
        showMenu: true,
        fail: () => {
          this.setData({ problem: FILE_NOT_OPENED_TEXT });
        },
      });
    },
    async onShareTap(event: Tap) {
      if (isSecondTap(event)) return;
      const file = this.data.file as FetchedFile | null;
      if (file === null) return;
      const refusal = await shareFile(file.filePath, file.fileName);
      this.setData({ problem: fileNotSharedText(refusal) });
    },
    onCloseTap(event: Tap) {
      if (isSecondTap(event)) return;
      this.triggerEvent('closed');
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('closed');
    },
  },
});
