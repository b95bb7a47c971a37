import weuiCss from 'weui/dist/style/weui.min.css';
import { startApp } from './app-lifecycle';
import { registerBuiltIns } from './built-in/register-built-ins';
import { bundled } from './bundled-app';
import { followCloudClock } from './clock';
import { acceptOptionsFromScript, completeComponents } from './component-options';
import { tellDesk } from './desk-link';
import { catchErrors, reportError } from './errors';
import { addTouchesToEvents } from './event-shape';
import { completeMethods } from './component-methods';
import { attachPages } from './page-stack';
import { offerPhoneApi } from './phone-api';
import { drawChrome } from './phone-chrome';
import phoneCss from './phone.css';
import builtInCss from './built-in/built-in.css';
import { settings } from './settings';
import { addStyle } from './styles';
import { createTabBar } from './tab-bar';
import { followTheme } from './theme';
import { frameInWideWindow } from './lone-window';
import { makeLongPresses } from './long-press';
import { makeTouchesFromMouse } from './touch-from-mouse';
import { installWxsSupport } from './wxs-support';
import { createWx } from './wx/wx';

async function startPhone(): Promise<void> {
  catchErrors();
  await followCloudClock();
  followTheme();
  document.documentElement.dataset['frame'] = settings.hasHomeIndicator ? '1' : '0';
  addStyle(
    `@layer weui, built-in;\n@layer weui {${weuiCss}}\n@layer built-in {${builtInCss}}`,
    'built-in',
  );
  addStyle(phoneCss, 'phone');
  addStyle(bundled.style, 'app.wxss');

  acceptOptionsFromScript();
  completeComponents();
  completeMethods();
  addTouchesToEvents();
  installWxsSupport();
  registerBuiltIns();
  makeTouchesFromMouse();
  makeLongPresses();

  const phone = document.createElement('div');
  phone.className = 'phone';
  document.body.append(phone);
  attachPages(phone);
  createTabBar(phone);
  drawChrome(phone);
  offerPhoneApi();
  startApp(createWx());
  tellDesk('ready');
}

if (!frameInWideWindow()) startPhone().catch((error: unknown) => reportError(error));
