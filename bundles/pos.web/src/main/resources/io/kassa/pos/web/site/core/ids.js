/** A fresh id, made by the page so that pressing twice begins once. The till takes ids of at most 32 letters and figures. */
export function freshId() {
  return crypto.randomUUID().replaceAll('-', '');
}
