import { t } from '../../core/text.js';

const NOBODY = {
  '(folder)': 'deployments.by.folder',
  '(shell)': 'deployments.by.shell',
  '(till)': 'deployments.by.till',
};

/** A person's name, or in words what it was when it was no person. */
export function deployedBy(by) {
  return NOBODY[by] ? t(NOBODY[by]) : by;
}
