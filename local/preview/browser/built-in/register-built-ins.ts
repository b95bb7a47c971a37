import { BUILT_IN_TAGS } from '../../built-in-tags';
import { componentSpace } from '../framework';
import { defineButton } from './button';
import { defineCanvas } from './canvas';
import { defineCheckFields } from './check-fields';
import { defineContainers } from './containers';
import { defineBuiltIn } from './define';
import { defineForm } from './form';
import { defineIcon } from './icon';
import { defineImage } from './image';
import { defineLabel } from './label';
import { defineMovable } from './movable';
import { defineNavigator } from './navigator';
import { definePageContainer } from './page-container';
import { definePageMeta } from './page-meta';
import { definePicker } from './picker';
import { definePickerView } from './picker-view';
import { defineRichText } from './rich-text';
import { defineRootPortal } from './root-portal';
import { defineScrollView } from './scroll-view';
import { defineSliders } from './slider';
import { defineSwiper } from './swiper';
import { defineTextFields } from './text-field';

/** Every built-in tag; those that are not implemented throw when a page uses them. */
export function registerBuiltIns(): void {
  defineContainers();
  defineRootPortal();
  defineImage();
  defineIcon();
  defineRichText();
  defineScrollView();
  defineSwiper();
  defineMovable();
  definePageContainer();
  definePageMeta();
  defineNavigator();
  defineCanvas();
  defineButton();
  defineLabel();
  defineForm();
  defineTextFields();
  defineCheckFields();
  defineSliders();
  definePicker();
  definePickerView();
  for (const tag of BUILT_IN_TAGS) {
    if (componentSpace.getGlobalUsingComponent(`wx-${tag}`) !== null) continue;
    defineBuiltIn(tag, {
      create: () => ({
        attached: () => {
          throw new Error(`<${tag}> is not supported by the preview`);
        },
      }),
    });
  }
}
