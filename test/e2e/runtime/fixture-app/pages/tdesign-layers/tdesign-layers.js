const { default: Toast } = require('tdesign-miniprogram/toast/index');

Page({
  data: { popup: false, dialog: false, sheet: false, answer: '' },
  openPopup() {
    this.setData({ popup: true });
  },
  onPopup(event) {
    this.setData({ popup: event.detail.visible });
  },
  openDialog() {
    this.setData({ dialog: true });
  },
  onConfirm() {
    this.setData({ dialog: false, answer: '确认了' });
  },
  onCancel() {
    this.setData({ dialog: false, answer: '取消了' });
  },
  openSheet() {
    this.setData({ sheet: true });
  },
  onSelected(event) {
    this.setData({ sheet: false, answer: `选了${event.detail.selected.label}` });
  },
  onToast() {
    Toast({ context: this, selector: '#t-toast', message: '保存好了', theme: 'success' });
  },
  onDelete() {
    this.setData({ answer: '删除了' });
  },
});
