// Every text of the phone, in the three languages of its customers.

const texts = {
  en: {
    desk: 'Smartum on a desk', pretend: 'The customer’s phone. All money here is made up.', panel: 'Operator’s panel',
    hello: 'Hello, {name}', balances: 'Your benefits', pay: 'Pay', history: 'History', nothing: 'Nothing paid yet.',
    where: 'Where are you?', search: 'Find a venue', noVenue: 'No venue by that name.', back: 'Back',
    benefit: 'Benefit', amount: 'Amount', payNow: 'Pay {amount}', available: '{amount} available',
    notEnough: 'That is more than you have: {amount}.', failed: 'The payment did not go through. No money has moved.',
    paid: 'Paid', ago: '{time} since payment', check: 'Check', done: 'Done',
    transaction: 'Transaction', time: 'Time', show: 'Show this code to the cashier', bright: 'Screen brightness raised',
    copy: 'Copy text', copied: 'Copied', save: 'Save picture', refunded: 'Refunded', partRefunded: 'Partly refunded',
    cancelled: 'Cancelled', cameBack: '{amount} came back', from: 'from {venue}', close: 'Close', today: 'Today',
    codeOf: 'QR code of the receipt', refund: 'Refund', offline: 'No connection to the sandbox. Trying again …',
    exercise: 'Exercise', massage: 'Massage', culture: 'Culture', lunch: 'Lunch', language: 'Language'
  },
  fi: {
    desk: 'Smartum työpöydällä', pretend: 'Asiakkaan puhelin. Kaikki raha on leikkirahaa.', panel: 'Ohjauspaneeli',
    hello: 'Hei, {name}', balances: 'Etusi', pay: 'Maksa', history: 'Tapahtumat', nothing: 'Ei vielä maksuja.',
    where: 'Missä olet?', search: 'Etsi käyttöpaikka', noVenue: 'Sen nimistä käyttöpaikkaa ei löydy.', back: 'Takaisin',
    benefit: 'Etu', amount: 'Summa', payNow: 'Maksa {amount}', available: '{amount} käytettävissä',
    notEnough: 'Saldo ei riitä: {amount}.', failed: 'Maksu ei onnistunut. Rahaa ei ole siirtynyt.',
    paid: 'Maksettu', ago: 'maksusta kulunut {time}', check: 'Tarkista', done: 'Valmis',
    transaction: 'Tapahtuma', time: 'Aika', show: 'Näytä koodi kassalle', bright: 'Näyttö kirkastettu',
    copy: 'Kopioi teksti', copied: 'Kopioitu', save: 'Tallenna kuva', refunded: 'Palautettu',
    partRefunded: 'Osittain palautettu', cancelled: 'Peruttu', cameBack: '{amount} palautui', from: '{venue}',
    close: 'Sulje', today: 'Tänään', codeOf: 'Kuitin QR-koodi', refund: 'Palautus',
    offline: 'Ei yhteyttä hiekkalaatikkoon. Yritetään uudelleen …',
    exercise: 'Liikunta', massage: 'Hieronta', culture: 'Kulttuuri', lunch: 'Lounas', language: 'Kieli'
  },
  sv: {
    desk: 'Smartum på skrivbordet', pretend: 'Kundens telefon. Alla pengar är på låtsas.', panel: 'Operatörspanel',
    hello: 'Hej, {name}', balances: 'Dina förmåner', pay: 'Betala', history: 'Händelser', nothing: 'Inga betalningar ännu.',
    where: 'Var är du?', search: 'Sök användningsställe', noVenue: 'Inget ställe med det namnet.', back: 'Tillbaka',
    benefit: 'Förmån', amount: 'Belopp', payNow: 'Betala {amount}', available: '{amount} att använda',
    notEnough: 'Saldot räcker inte: {amount}.', failed: 'Betalningen lyckades inte. Inga pengar har flyttats.',
    paid: 'Betalat', ago: '{time} sedan betalningen', check: 'Kontrollera', done: 'Klar',
    transaction: 'Transaktion', time: 'Tid', show: 'Visa koden för kassan', bright: 'Skärmen har gjorts ljusare',
    copy: 'Kopiera text', copied: 'Kopierat', save: 'Spara bild', refunded: 'Återbetalt',
    partRefunded: 'Delvis återbetalt', cancelled: 'Makulerat', cameBack: '{amount} kom tillbaka', from: 'från {venue}',
    close: 'Stäng', today: 'I dag', codeOf: 'Kvittots QR-kod', refund: 'Återbetalning',
    offline: 'Ingen kontakt med sandlådan. Försöker igen …',
    exercise: 'Motion', massage: 'Massage', culture: 'Kultur', lunch: 'Lunch', language: 'Språk'
  }
}

export const languages = Object.keys(texts)

let current = [localStorage.getItem('language'), navigator.language.slice(0, 2), 'en']
  .find((language) => languages.includes(language))

export function language() {
  return current
}

// How dates are written: an English text in Finland still counts to 24.
export function locale() {
  return {en: 'en-GB', fi: 'fi-FI', sv: 'sv-FI'}[current]
}

export function speak(language) {
  current = language
  localStorage.setItem('language', language)
  document.documentElement.lang = language
}

export function t(key, values = {}) {
  return texts[current][key].replace(/\{(\w+)}/g, (_, name) => values[name])
}
