import { inlineUnits } from '../units';
import { defineBuiltIn, innerElement } from './define';

interface RichNode {
  type?: string;
  text?: string;
  name?: string;
  attrs?: Record<string, string>;
  children?: RichNode[];
}

/** As on a phone, scripts and event handlers in the given text have no effect. */
export function defineRichText(): void {
  defineBuiltIn('rich-text', {
    attributes: { nodes: null, space: '', userSelect: false, mode: 'default' },
    create: ({ host, attributes }) => {
      const box = innerElement(host, 'div');
      return {
        update: () => {
          const nodes = attributes['nodes'] as string | RichNode[] | null;
          box.replaceChildren(
            ...(typeof nodes === 'string' ? parse(nodes) : (nodes ?? []).map(build)),
          );
        },
      };
    },
  });
}

const ALLOWED = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup ' +
    'dd del div dl dt em fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li ' +
    'mark nav ol p pre q rt ruby s section small span strong sub sup table tbody td tfoot th thead ' +
    'tr tt u ul'
  ).split(' '),
);
const ALLOWED_ATTRIBUTES = new Set([
  'class',
  'style',
  'src',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
  'start',
  'type',
  'span',
  'dir',
  'align',
]);

function parse(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return [...parsed.body.childNodes].flatMap(clean);
}

function clean(node: Node): Node[] {
  if (node instanceof Text) return [new Text(node.data)];
  if (!(node instanceof Element)) return [];
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const element = create(node.tagName.toLowerCase(), attrs);
  element?.append(...[...node.childNodes].flatMap(clean));
  return element ? [element] : [];
}

function build({ type, text, name = 'div', attrs = {}, children = [] }: RichNode): Node {
  if (type === 'text') return new Text(text ?? '');
  const element = create(name, attrs) ?? document.createElement('span');
  element.append(...children.map(build));
  return element;
}

function create(tag: string, attrs: Record<string, string>): HTMLElement | undefined {
  if (!ALLOWED.has(tag)) return undefined;
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (ALLOWED_ATTRIBUTES.has(name)) {
      element.setAttribute(name, name === 'style' ? inlineUnits(value) : value);
    }
  }
  return element;
}
