import { bundled } from './bundled-app';
import { codeSpace, componentSpace } from './framework';
import { textOf } from './attribute-values';

interface StaticConfig {
  styleIsolation?: string;
  addGlobalClass?: boolean;
}

interface InternalCodeSpace {
  getComponentStaticConfig(path: string): StaticConfig | undefined;
  prepareComponentOptions(
    path: string,
    options?: { styleIsolation?: string; addGlobalClass?: boolean },
  ): [{ writeIdToDOM?: boolean; idPrefixGenerator?: null }, string];
}

/**
 * The framework ignores `options.styleIsolation` given in JavaScript, and writes no ids to the DOM,
 * which `#id` selectors in styles need.
 */
export function acceptOptionsFromScript(): void {
  const space = codeSpace as unknown as InternalCodeSpace;
  const prepare = space.prepareComponentOptions.bind(codeSpace);
  space.prepareComponentOptions = (path, options) => {
    const config = space.getComponentStaticConfig(path);
    if (config !== undefined) {
      if (options?.styleIsolation !== undefined) config.styleIsolation ??= options.styleIsolation;
      if (options?.addGlobalClass === true) config.addGlobalClass = true;
    }
    const prepared = prepare(path, options);
    prepared[0].writeIdToDOM = true;
    prepared[0].idPrefixGenerator = null;
    return prepared;
  };
}

interface Lifetimed {
  triggerLifetime(name: string, args: unknown[]): void;
}

const ARIA_NAMES = [
  ...['Label', 'Role', 'Hidden', 'Disabled', 'Live', 'Checked', 'Selected', 'Expanded', 'Pressed'],
  ...['Level', 'Valuenow', 'Valuemin', 'Valuemax', 'Valuetext', 'Labelledby', 'Describedby'],
  ...['Controls', 'Haspopup', 'Invalid', 'Required', 'Current', 'Busy', 'Atomic', 'Modal'],
  ...['Multiline', 'Multiselectable', 'Orientation', 'Owns', 'Posinset', 'Readonly', 'Relevant'],
  ...['Setsize', 'Sort', 'Autocomplete', 'Activedescendant', 'Flowto', 'Roledescription'],
] as const;

/** What every node has on a phone, whatever component it is: `hidden` and the aria attributes. */
function nodeProperties(): Record<string, object> {
  const properties: Record<string, object> = {
    hidden: { type: null, value: false, observer: hideHost },
  };
  for (const name of ARIA_NAMES) {
    const attribute = name === 'Role' ? 'role' : `aria-${name.toLowerCase()}`;
    properties[`aria${name}`] = {
      type: null,
      value: undefined,
      observer(this: { _$: HostNode }, value: unknown) {
        setHostAttribute(this._$, attribute, value);
      },
    };
  }
  return properties;
}

/** `:host` of a component with shared styles needs the mark that the framework gives to others. */
function markHost({ $$: host, is }: HostNode): void {
  const scope = bundled.components[is]?.scope;
  if (scope === undefined || !(host instanceof HTMLElement)) return;
  if (!host.hasAttribute('wx-host')) host.setAttribute('wx-host', scope);
}

interface HostNode extends Lifetimed {
  readonly is: string;
  $$: HTMLElement | null;
  isDetached?: boolean;
}

function setHostAttribute(node: HostNode, attribute: string, value: unknown): void {
  if (!(node.$$ instanceof HTMLElement)) return;
  // A screen reader stands on the field inside, not on the element around it.
  const target = node.$$.querySelector<HTMLElement>(':scope > input, :scope > textarea') ?? node.$$;
  if (value === undefined || value === null) target.removeAttribute(attribute);
  else target.setAttribute(attribute, textOf(value) || 'true');
}

function hideHost(this: { _$: HostNode }, value: unknown): void {
  const node = this._$.$$;
  if (node instanceof HTMLElement)
    node.toggleAttribute('wx-hidden', value === '' || Boolean(value));
}

/** `ready` never fires by itself: the host has to tell each component after its first paint. */
export function completeComponents(): void {
  codeSpace.setOverallBehavior(
    componentSpace.defineBehavior({
      properties: nodeProperties() as never,
      lifetimes: {
        attached(this: { _$?: HostNode } & HostNode) {
          const node = this._$ ?? this;
          node.isDetached = false;
          markHost(node);
          requestAnimationFrame(() => {
            if (node.isDetached !== true) node.triggerLifetime('ready', []);
          });
        },
        detached(this: { _$?: HostNode } & HostNode) {
          (this._$ ?? this).isDetached = true;
        },
      },
    }),
  );
}
