import { about } from '../core/session.js';
import { t } from '../core/text.js';
import { useEffect } from '../core/view.js';

const SECTIONS = ['receipts', 'worklist', 'configuration'];

/** The title of the browser's window says where one is. */
export function useTitle(path) {
  const section = SECTIONS.find((name) => path.startsWith(`/${name}`)) ?? 'register';
  const title = `${t(`nav.${section}`)} · ${about.get().shop}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
}
