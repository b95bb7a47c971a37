import type { FetchedFile } from '../../state/fetched-file';
import { phoneRefusal } from '../../state/phone-refusal';
import { FILE_NOTE_TEXT, FILE_NOT_OPENED_TEXT, FILE_NOT_SHARED_TEXT } from '../../text/file';

/** What can be done with a file that is on the phone, each by a tap of its own. Event: closed. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    /** A FetchedFile; null: the sheet is closed. */
    file: { type: Object, value: null },
  },
  data: { shown: { fileName: '', note: FILE_NOTE_TEXT }, problem: '' },
  observers: {
    file(file: FetchedFile | null) {
      // What is shown stays while the sheet closes.
      if (file !== null)
        this.setData({ shown: { fileName: file.fileName, note: FILE_NOTE_TEXT }, problem: '' });
    },
  },
  methods: {
    onOpenTap() {
      const file = this.data.file as FetchedFile | null;
      if (file === null) return;
      wx.openDocument({
        filePath: file.filePath,
        fileType: file.type,
        showMenu: true,
        fail: () => {
          this.setData({ problem: FILE_NOT_OPENED_TEXT });
        },
      });
    },
    async onShareTap() {
      const file = this.data.file as FetchedFile | null;
      if (file === null) return;
      try {
        await wx.shareFileMessage({ filePath: file.filePath, fileName: file.fileName });
      } catch (error) {
        if (phoneRefusal(error) !== 'closed') this.setData({ problem: FILE_NOT_SHARED_TEXT });
      }
    },
    onCloseTap() {
      this.triggerEvent('closed');
    },
    onVisibleChange(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('closed');
    },
  },
});
