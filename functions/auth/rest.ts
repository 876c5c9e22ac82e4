import { authOperations } from '../../generated/rest/auth.ts';
import { restHandler } from '../shared/rest/rest-handler.ts';
import { closeLocal } from './rest/locals/close-local.ts';
import { getLocal } from './rest/locals/get-local.ts';
import { listLocals } from './rest/locals/list-locals.ts';
import { openLocal } from './rest/locals/open-local.ts';
import { updateLocal } from './rest/locals/update-local.ts';
import { resendVerification } from './rest/mailbox/resend-verification.ts';
import { verifyEmail } from './rest/mailbox/verify-email.ts';
import { issuePartnerKey } from './rest/partners/issue-partner-key.ts';
import { listPartnerKeys } from './rest/partners/list-partner-keys.ts';
import { revokePartnerKey } from './rest/partners/revoke-partner-key.ts';
import { forgetPassword } from './rest/passwords/forget-password.ts';
import { resetPassword } from './rest/passwords/reset-password.ts';
import { getProfile } from './rest/profile/get-profile.ts';
import { updateProfile } from './rest/profile/update-profile.ts';
import { logOut } from './rest/sessions/log-out.ts';
import { getKeys } from './rest/tokens/get-keys.ts';
import { deactivateUser } from './rest/users/deactivate-user.ts';
import { listUsers } from './rest/users/list-users.ts';
import { register } from './rest/users/register.ts';
import { setRoles } from './rest/users/set-roles.ts';

export const handler = restHandler(authOperations, {
  register,
  verifyEmail,
  resendVerification,
  forgetPassword,
  resetPassword,
  getProfile,
  updateProfile,
  logOut,
  getKeys,
  listUsers,
  setRoles,
  deactivateUser,
  openLocal,
  listLocals,
  getLocal,
  updateLocal,
  closeLocal,
  issuePartnerKey,
  listPartnerKeys,
  revokePartnerKey,
});
