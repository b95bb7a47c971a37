import { isOn, numberOf, textOf } from '../attribute-values';
import { inlineUnits } from '../units';
import { type BuiltIn, type BuiltInPart, defineBuiltIn, innerElement } from './define';

const ATTRIBUTES = {
  type: 'text',
  password: false,
  placeholder: '',
  placeholderStyle: '',
  placeholderClass: 'input-placeholder',
  disabled: false,
  maxlength: 140,
  cursorSpacing: 0,
  autoFocus: false,
  focus: false,
  confirmType: 'done',
  alwaysEmbed: false,
  confirmHold: false,
  cursor: -1,
  cursorColor: '',
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  safePasswordCertPath: '',
  safePasswordLength: 0,
  safePasswordTimeStamp: 0,
  safePasswordNonce: '',
  safePasswordSalt: '',
  safePasswordCustomHash: '',
  workletOnkeyboardheightchange: '',
  randomNumber: false,
  controlled: false,
  alwaysSystem: false,
} as const;

const TEXTAREA_ATTRIBUTES = {
  autoHeight: false,
  fixed: false,
  showConfirmBar: true,
  disableDefaultPadding: false,
  adjustKeyboardTo: 'cursor',
} as const;

export function defineTextFields(): void {
  defineBuiltIn('input', {
    attributes: ATTRIBUTES,
    isFormField: true,
    create: (element) => createField(element, innerElement(element.host, 'input')),
  });
  defineBuiltIn('textarea', {
    attributes: { ...ATTRIBUTES, ...TEXTAREA_ATTRIBUTES, confirmType: 'return' },
    isFormField: true,
    create: (element) => createField(element, innerElement(element.host, 'textarea')),
  });
}

const INPUT_MODE: Readonly<Record<string, string>> = {
  number: 'numeric',
  digit: 'decimal',
  idcard: 'text',
};

function createField(
  { host, attributes, set, fire }: BuiltIn,
  field: HTMLInputElement | HTMLTextAreaElement,
): BuiltInPart {
  const detail = () => ({
    value: field.value,
    cursor: field.selectionStart ?? field.value.length,
    keyCode: 0,
  });
  /** A browser moves the focus in the middle of an update that disables or removes a field; a phone tells of it afterwards. */
  const fireLater = (name: string, about: object): void =>
    queueMicrotask(() => {
      if (host.isConnected) fire(name, about);
    });
  let wasFocused = false;
  let lines = 0;
  const fitHeight = (): void => {
    if (!isOn(attributes['autoHeight']) || !host.isConnected) return;
    field.style.height = 'auto';
    const height = field.scrollHeight;
    host.style.height = `${height}px`;
    field.style.height = '100%';
    const lineHeight = parseFloat(getComputedStyle(field).lineHeight) || 1;
    const count = Math.round(height / lineHeight);
    if (count !== lines) fire('linechange', { height, heightRpx: height * 2, lineCount: count });
    lines = count;
  };

  // What waits in a slot that is not shown has no height before it comes into the page.
  new ResizeObserver(() => requestAnimationFrame(fitHeight)).observe(host);

  // `input` fires for the text in progress of an input method too, as on a phone.
  field.addEventListener('input', () => {
    set({ value: field.value });
    fire('input', detail());
    fitHeight();
  });
  field.addEventListener('focus', () => fireLater('focus', { value: field.value, height: 0 }));
  field.addEventListener('blur', () => fireLater('blur', detail()));
  field.addEventListener('keydown', (event) => {
    const isReturn = field.tagName === 'TEXTAREA' && attributes['confirmType'] === 'return';
    if ((event as KeyboardEvent).key !== 'Enter' || isReturn) return;
    event.preventDefault();
    fire('confirm', detail());
    if (!isOn(attributes['confirmHold'])) field.blur();
  });

  const update = (): void => {
    const value = textOf(attributes['value']);
    if (field.value !== value) field.value = value;
    field.placeholder = textOf(attributes['placeholder']);
    field.disabled = isOn(attributes['disabled']);
    const maximum = numberOf(attributes['maxlength'], 140);
    if (maximum >= 0) field.maxLength = maximum;
    else field.removeAttribute('maxlength');
    stylePlaceholder(field, textOf(attributes['placeholderStyle']));
    field.dataset['placeholderClass'] = textOf(attributes['placeholderClass']);
    const type = textOf(attributes['type']);
    if (field instanceof HTMLInputElement) {
      field.type = isOn(attributes['password']) || type === 'safe-password' ? 'password' : 'text';
    }
    field.inputMode = INPUT_MODE[type] ?? 'text';
    const shouldFocus = isOn(attributes['focus']) || isOn(attributes['autoFocus']);
    if (shouldFocus && !wasFocused) requestAnimationFrame(() => field.focus());
    if (!shouldFocus && wasFocused) field.blur();
    wasFocused = shouldFocus;
    fitHeight();
  };
  return {
    update,
    formValue: () => field.value,
    reset: () => set({ value: '' }),
    activate: () => field.focus(),
  };
}

let placeholderStyles: Map<string, string> | undefined;

/** One class per distinct `placeholder-style`, because a pseudo-element takes no inline style. */
function stylePlaceholder(field: HTMLElement, style: string): void {
  if (style === '') return;
  placeholderStyles ??= new Map();
  let name = placeholderStyles.get(style);
  if (name === undefined) {
    name = `phone-placeholder-${placeholderStyles.size}`;
    placeholderStyles.set(style, name);
    const sheet = document.createElement('style');
    sheet.textContent = `.${name}::placeholder{${inlineUnits(style)}}`;
    document.head.append(sheet);
  }
  field.classList.add(name);
}
