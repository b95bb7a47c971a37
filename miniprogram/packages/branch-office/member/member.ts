import { directory, releaseBinding, setRoles } from '../../../../contract/people/member';
import type { Role } from '../../../../contract/roles';
import { call } from '../../../api/client';
import { fetchAndRemember, remembered } from '../../../api/remembered';
import { knownMe } from '../../../state/me';
import { pageStyle } from '../../../state/page-style';
import { shown } from '../../../state/shown';
import { errorText } from '../../../text/errors';
import { releaseErrors, setRolesErrors } from '../../../text/member-errors';
import { opening, roleChoices, toView, withRole, type RoleChoice } from './member.view';

const NO_CHOICES: readonly RoleChoice[] = [];

/** Without an id the server takes the caller's own branch. */
const OWN_BRANCH: { branchId?: string } = {};

Page({
  data: {
    pageStyle,
    view: opening,
    /** Which of the two forms is open: '', 'release' or 'roles'. */
    form: '',
    reason: '',
    choices: NO_CHOICES,
    isBusy: false,
    problem: '',
    done: '',
  },
  memberId: '',
  branch: OWN_BRANCH,

  onLoad({ memberId = '', branchId = '' }: { memberId?: string; branchId?: string }) {
    this.memberId = memberId;
    if (branchId !== '') this.branch = { branchId };
    void this.load();
  },
  async load() {
    const kept = remembered(directory, this.branch);
    this.setData({ view: toView(shown(kept), this.memberId, knownMe()) });
    const result = await fetchAndRemember(directory, this.branch);
    this.setData({ view: toView(shown(kept, result), this.memberId, knownMe()) });
  },

  onReleaseOpenTap() {
    this.setData({ form: 'release', problem: '', done: '' });
  },
  onRolesOpenTap() {
    const { view } = this.data;
    if (view.kind !== 'content') return;
    const choices = roleChoices(view.roles, knownMe());
    this.setData({ form: 'roles', choices, problem: '', done: '' });
  },
  onCancelTap() {
    this.setData({ form: '', problem: '' });
  },
  onReasonInput(event: WechatMiniprogram.Input) {
    this.setData({ reason: event.detail.value });
  },
  onRoleTap(event: WechatMiniprogram.BaseEvent<object, { role: Role }>) {
    const chosen = withRole(this.chosenRoles(), event.currentTarget.dataset.role);
    this.setData({ choices: roleChoices(chosen, knownMe()) });
  },

  async onReleaseTap() {
    const reason = this.data.reason.trim();
    if (reason === '') {
      this.setData({ problem: '请写一句原因，以后查得到。' });
      return;
    }
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const result = await call(releaseBinding, { memberId: this.memberId, reason });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, releaseErrors) });
      return;
    }
    this.setData({ form: '', reason: '', done: '已解除。这个人可以用新的微信再绑定。' });
    await this.load();
  },

  async onRolesTap() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: '' });
    const roles = [...this.chosenRoles()];
    const result = await call(setRoles, { memberId: this.memberId, roles });
    this.setData({ isBusy: false });
    if (!result.ok) {
      this.setData({ problem: errorText(result, setRolesErrors) });
      return;
    }
    this.setData({ form: '', done: '职务已改，马上生效。' });
    await this.load();
  },

  chosenRoles(): readonly Role[] {
    return this.data.choices.filter(({ isOn }) => isOn).map(({ role }) => role);
  },
});
