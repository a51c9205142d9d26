// Money is whole cents; it becomes a text here and is read from a text here, without fractions in between.

export function money(cents, language) {
  const sign = cents < 0 ? '\u2212' : ''
  const whole = Math.abs(cents)
  const euros = new Intl.NumberFormat(language, {maximumFractionDigits: 0}).format((whole - (whole % 100)) / 100)
  const rest = String(whole % 100).padStart(2, '0')
  return language === 'en' ? `${sign}€${euros}.${rest}` : `${sign}${euros},${rest}\u00a0€`
}

// "10", "10,5" and "10.50" to cents; undefined for what is no amount above zero.
export function cents(text) {
  const match = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*€?\s*$/.exec(text)
  if (!match) {
    return undefined
  }
  const value = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return value > 0 ? value : undefined
}
