import { isOn, numberOf, textOf } from '../attribute-values';
import { type BuiltIn, type BuiltInPart, defineBuiltIn, innerElement } from './define';

export function defineSliders(): void {
  defineBuiltIn('slider', {
    isFormField: true,
    attributes: {
      min: 0,
      max: 100,
      step: 1,
      disabled: false,
      color: '#e9e9e9',
      selectedColor: '#1aad19',
      activeColor: '#1aad19',
      backgroundColor: '#e9e9e9',
      blockSize: 28,
      blockColor: '#ffffff',
      showValue: false,
    },
    create: createSlider,
  });
  defineBuiltIn('progress', {
    attributes: {
      percent: 0,
      showInfo: false,
      borderRadius: 0,
      fontSize: 16,
      strokeWidth: 6,
      color: '#09BB07',
      activeColor: '#09BB07',
      backgroundColor: '#EBEBEB',
      active: false,
      activeMode: 'backwards',
      duration: 30,
    },
    create: createProgress,
  });
}

function createSlider({ host, attributes, set, fire }: BuiltIn): BuiltInPart {
  const range = innerElement(host, 'input');
  range.type = 'range';
  const shown = innerElement(host, 'span');
  range.addEventListener('input', () => {
    fire('changing', { value: Number(range.value) });
    shown.textContent = range.value;
  });
  range.addEventListener('change', () => {
    set({ value: Number(range.value) });
    fire('change', { value: Number(range.value) });
  });
  return {
    formValue: () => Number(range.value),
    reset: () => set({ value: numberOf(attributes['min'], 0) }),
    update: () => {
      range.min = textOf(attributes['min']);
      range.max = textOf(attributes['max']);
      range.step = textOf(attributes['step']);
      range.value = String(numberOf(attributes['value'], 0));
      range.disabled = isOn(attributes['disabled']);
      range.style.accentColor = textOf(attributes['activeColor']);
      shown.hidden = !isOn(attributes['showValue']);
      shown.textContent = range.value;
    },
  };
}

function createProgress({ host, attributes, fire }: BuiltIn): BuiltInPart {
  host.setAttribute('role', 'progressbar');
  const track = innerElement(host, 'div');
  const bar = innerElement(track, 'div');
  const label = innerElement(host, 'span');
  bar.addEventListener('transitionend', () => {
    fire('activeend', { curPercent: numberOf(attributes['percent'], 0) });
  });
  return {
    update: () => {
      const percent = numberOf(attributes['percent'], 0);
      host.setAttribute('aria-valuenow', String(percent));
      track.style.height = `${numberOf(attributes['strokeWidth'], 6)}px`;
      track.style.background = textOf(attributes['backgroundColor']);
      track.style.borderRadius = `${numberOf(attributes['borderRadius'], 0)}px`;
      bar.style.width = `${percent}%`;
      bar.style.background = textOf(attributes['activeColor']);
      const seconds = (numberOf(attributes['duration'], 30) * percent) / 1000;
      bar.style.transition = isOn(attributes['active']) ? `width ${seconds}s linear` : '';
      label.hidden = !isOn(attributes['showInfo']);
      label.textContent = `${percent}%`;
    },
  };
}
