import { pageOriginTop } from './page-origin';
import { boxOf, type QueryRoot, type TreeNode } from './box-of';

interface Fields {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
}

type Found = Record<string, unknown>;
type Callback = (found: Found | Found[] | null) => void;

interface Wanted {
  selector: string | undefined;
  many: boolean;
  owner: { _$: TreeNode } | undefined;
  fields: Fields;
  callback: Callback | undefined;
}

/** What `selectViewport` reports: the page's scroller. */
export interface Viewport {
  scroller(): HTMLElement | undefined;
  page(): { _$: TreeNode } | undefined;
}

/** `wx.createSelectorQuery`, with `node`, `computedStyle` and the page scroll. */
export class SelectorQuery {
  private wanted: Wanted[] = [];
  private owner: { _$: TreeNode } | undefined;
  private readonly viewport: Viewport;

  constructor(owner: { _$: TreeNode } | undefined, viewport: Viewport) {
    this.owner = owner;
    this.viewport = viewport;
  }

  in(owner: { _$: TreeNode }): this {
    this.owner = owner;
    return this;
  }

  select(selector: string): NodesRef {
    return this.reference(selector, false);
  }

  selectAll(selector: string): NodesRef {
    return this.reference(selector, true);
  }

  selectViewport(): NodesRef {
    return this.reference(undefined, false);
  }

  exec(callback?: (results: unknown[]) => void): this {
    const wanted = this.wanted;
    this.wanted = [];
    requestAnimationFrame(() => {
      const results = wanted.map((each) => this.find(each));
      wanted.forEach((each, index) => each.callback?.(results[index] ?? null));
      callback?.(results);
    });
    return this;
  }

  private reference(selector: string | undefined, many: boolean): NodesRef {
    const owner = this.owner;
    return new NodesRef((fields, callback) => {
      this.wanted.push({ selector, many, owner, fields, callback });
      return this;
    });
  }

  private find({ selector, many, owner, fields }: Wanted): Found | Found[] | null {
    if (selector === undefined) return viewportOf(this.viewport.scroller());
    const root = rootOf(owner ?? this.viewport.page());
    if (root === undefined) return many ? [] : null;
    if (many) return root.querySelectorAll(selector).map((node) => measure(node, fields));
    const node = root.querySelector(selector);
    return node === null ? null : measure(node, fields);
  }
}

class NodesRef {
  private readonly add: (fields: Fields, callback?: Callback) => SelectorQuery;

  constructor(add: (fields: Fields, callback?: Callback) => SelectorQuery) {
    this.add = add;
  }

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.add(fields, callback);
  }

  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.add({ id: true, dataset: true, rect: true, size: true }, callback);
  }

  scrollOffset(callback?: Callback): SelectorQuery {
    return this.add({ id: true, dataset: true, scrollOffset: true }, callback);
  }

  node(callback?: Callback): SelectorQuery {
    return this.add({ node: true }, callback);
  }

  context(callback?: Callback): SelectorQuery {
    return this.add({ context: true }, callback);
  }
}

function rootOf(owner: { _$: TreeNode } | undefined): QueryRoot | undefined {
  return owner?._$.getShadowRoot?.() ?? undefined;
}

function measure(node: TreeNode, fields: Fields): Found {
  const element = boxOf(node);
  const box = element?.getBoundingClientRect() ?? new DOMRect();
  const found: Found = {};
  if (fields.id) found['id'] = node.id;
  if (fields.dataset) found['dataset'] = node.dataset;
  if (fields.rect) {
    const { left, right } = box;
    const origin = pageOriginTop();
    Object.assign(found, { left, right, top: box.top - origin, bottom: box.bottom - origin });
  }
  if (fields.size) Object.assign(found, { width: box.width, height: box.height });
  if (fields.scrollOffset && element !== undefined) Object.assign(found, scrollOf(element));
  if (fields.node && element !== undefined) found['node'] = nodeOf(element);
  if (fields.computedStyle && element !== undefined) {
    const style = getComputedStyle(element);
    for (const name of fields.computedStyle) {
      found[name] = style.getPropertyValue(
        name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      );
    }
  }
  for (const name of fields.properties ?? []) {
    found[name] = (node as unknown as { data?: Found }).data?.[name];
  }
  return found;
}

function scrollOf({ scrollLeft, scrollTop, scrollHeight, scrollWidth }: HTMLElement): Found {
  return { scrollLeft, scrollTop, scrollHeight, scrollWidth };
}

/** A canvas gives its drawing node, everything else its element. */
function nodeOf(element: HTMLElement): unknown {
  return element.tagName === 'WX-CANVAS' ? element.querySelector('canvas') : element;
}

function viewportOf(scroller: HTMLElement | undefined): Found {
  const width = scroller?.clientWidth ?? innerWidth;
  const height = scroller?.clientHeight ?? innerHeight;
  const box = { id: '', dataset: {}, left: 0, top: 0, right: width, bottom: height, width, height };
  return { ...box, ...(scroller === undefined ? {} : scrollOf(scroller)) };
}
