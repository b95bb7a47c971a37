import { partWith } from '../bundled-app';
import { builtInTemplatePath, type BuiltInTag } from '../../built-in-tags';
import type { TreeNode } from '../box-of';
import { guarded } from '../errors';
import { codeSpace, componentSpace } from '../framework';
import { normalise } from '../register';

/** One built-in element on a page. */
export interface BuiltIn {
  readonly node: TreeNode;
  readonly host: HTMLElement;
  /** Current attribute values, by camel-case name. */
  readonly attributes: Record<string, unknown>;
  /** Changes attributes from inside, as typing into an input does. */
  readonly set: (values: Record<string, unknown>) => void;
  readonly fire: (event: string, detail?: object, options?: object) => void;
}

/** What a built-in does beyond showing its children. */
export interface BuiltInPart {
  /** After the element was put on the page and after each change of attributes. */
  readonly update?: () => void;
  readonly attached?: () => void;
  readonly detached?: () => void;
  readonly onTap?: (event: { detail: unknown; getOriginalEvent?(): unknown }) => void;
  /** Of a form field: its value in `submit`. */
  readonly formValue?: () => unknown;
  readonly reset?: () => void;
  /** What a label does to it. */
  readonly activate?: () => void;
}

export interface BuiltInDefinition {
  /** Attributes beyond those that every node has; the value is the default. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly isFormField?: boolean;
  readonly create?: (element: BuiltIn) => BuiltInPart;
}

const parts = new WeakMap<TreeNode, BuiltInPart>();

export function partOf(node: TreeNode | undefined): BuiltInPart | undefined {
  return node && parts.get(node);
}

interface Caller {
  readonly _$: TreeNode & {
    addListener(name: string, listener: (event: never) => void): void;
  };
  readonly data: Record<string, unknown>;
  setData(values: Record<string, unknown>): void;
  triggerEvent(name: string, detail: object, options: object): void;
}

/** Registers `wx-<tag>` for every template. */
export function defineBuiltIn(tag: BuiltInTag, definition: BuiltInDefinition): void {
  const name = `wx-${tag}`;
  const { attributes = {}, create, isFormField = false } = definition;
  codeSpace.addComponentStaticConfig(name, { component: true, styleIsolation: 'shared' } as never);
  const { templates } = partWith(builtInTemplatePath(tag));
  codeSpace.addCompiledTemplate(name, {
    groupList: templates,
    content: templates[builtInTemplatePath(tag)],
  } as never);
  const update = (caller: Caller): void => {
    guarded(name, () => partOf(caller._$)?.update?.());
  };
  codeSpace
    .component(name)
    .definition(
      normalise({
        behaviors: isFormField ? ['wx://form-field'] : [],
        properties: Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key, { type: null, value }]),
        ),
        observers: {
          '**'(this: Caller) {
            update(this);
          },
        },
        lifetimes: {
          created(this: Caller) {
            const element = elementOf(this);
            const part = element && create?.(element);
            if (part === undefined) return;
            parts.set(this._$, part);
            const { onTap } = part;
            if (onTap) this._$.addListener('tap', (event) => onTap(event));
          },
          attached(this: Caller) {
            partOf(this._$)?.attached?.();
            update(this);
          },
          detached(this: Caller) {
            partOf(this._$)?.detached?.();
          },
        },
      }),
    )
    .register();
  componentSpace.setGlobalUsingComponent(name, componentSpace.getComponentByUrl(name, ''));
}

/** Undefined on a page that was left: what comes for it later is drawn nowhere, as on a phone. */
function elementOf(caller: Caller): BuiltIn | undefined {
  const host = caller._$.$$;
  if (!(host instanceof HTMLElement)) return undefined;
  return {
    node: caller._$,
    host,
    get attributes() {
      return caller.data;
    },
    set: (values) => caller.setData(values),
    fire: (event, detail = {}, options = {}) => caller.triggerEvent(event, detail, options),
  };
}

/** Adds a browser element inside; its own events stay inside. */
export function innerElement<K extends keyof HTMLElementTagNameMap>(
  host: HTMLElement,
  tag: K,
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const type of ['input', 'change', 'focus', 'blur', 'keydown', 'load', 'error', 'scroll']) {
    element.addEventListener(type, (event) => event.stopPropagation());
  }
  host.append(element);
  return element;
}
