/** The element that desk.html promises. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`desk.html lacks #${id}`);
  return element;
}

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

export function button(text: string, onClick: () => void, className = 'button'): HTMLButtonElement {
  const element = make('button', { type: 'button', className, textContent: text });
  element.addEventListener('click', onClick);
  return element;
}

export function select(
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  value: string,
  onChange: (value: string) => void,
): HTMLSelectElement {
  const element = make('select', { className: 'select', ariaLabel: label });
  for (const [optionValue, text] of options) {
    element.append(make('option', { value: optionValue, textContent: text }));
  }
  element.value = value;
  element.addEventListener('change', () => onChange(element.value));
  return element;
}
