/**
 * Tags that WeChat itself provides. In the preview each of them is the element `wx-<tag>`; those
 * without an implementation under browser/built-in throw, naming themselves, when a page uses them.
 */
export const BUILT_IN_TAGS = [
  ...['view', 'text', 'image', 'icon', 'rich-text', 'progress', 'root-portal', 'page-container'],
  ...['scroll-view', 'swiper', 'swiper-item', 'movable-area', 'movable-view', 'match-media'],
  ...['button', 'input', 'textarea', 'label', 'form', 'switch', 'slider', 'canvas', 'navigator'],
  ...['checkbox', 'checkbox-group', 'radio', 'radio-group'],
  ...['picker', 'picker-view', 'picker-view-column', 'page-meta'],
  ...['cover-view', 'cover-image', 'video', 'audio', 'camera', 'map', 'web-view', 'open-data'],
  ...['official-account', 'ad', 'ad-custom', 'editor', 'live-player', 'live-pusher', 'voip-room'],
  ...['keyboard-accessory', 'navigation-bar', 'share-element', 'sticky-header', 'sticky-section'],
  ...['list-view', 'grid-view', 'snapshot', 'span', 'store-product', 'selection', 'channel-video'],
  ...['functional-page-navigator', 'native-component', 'draggable-sheet', 'nested-scroll-header'],
  ...['nested-scroll-body', 'double-tap-gesture-handler', 'pan-gesture-handler'],
] as const;

export type BuiltInTag = (typeof BUILT_IN_TAGS)[number];

/** Built-ins that draw their own inside and take no children. */
export const CHILDLESS_TAGS: ReadonlySet<BuiltInTag> = new Set<BuiltInTag>([
  ...(['image', 'icon', 'rich-text', 'progress', 'input', 'textarea', 'slider'] as const),
  'canvas',
]);

/** The template path under which the shadow tree of a built-in is compiled. */
export function builtInTemplatePath(tag: BuiltInTag): string {
  return `__built-in/${tag}`;
}
