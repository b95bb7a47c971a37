/** The quiet bar at the top of a page; nothing when `text` is empty. Texts: text/offline.ts. */
Component({
  properties: {
    text: { type: String, value: '' },
  },
});
