/** A fresh id, made by the page so that pressing twice begins once. */
export function freshId() {
  return crypto.randomUUID();
}
