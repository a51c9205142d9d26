const MARKS = '[-~#@!*$%&+^|;,="]{0,4}';
const PRODUCT = new RegExp(`^${MARKS}(?:\\][A-Za-z]\\w)?${MARKS}(\\d{8}|\\d{12,14})${MARKS}$`);

/** A product's number, which scanners may be told to name the kind of code before, as `]E0`, and to put signs around; or undefined. */
export function productNumber(text) {
  return PRODUCT.exec(text.trim())?.[1];
}
