// Builds elements: h('button', {class: 'primary', onclick: go}, 'Pay'). Texts stay texts; nothing is parsed as markup.

const SVG = 'http://www.w3.org/2000/svg'

export function h(tag, properties, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value)
    } else if (value === true) {
      element.setAttribute(name, '')
    } else if (value !== false && value !== undefined) {
      element.setAttribute(name, value)
    }
  }
  element.append(...children.flat().filter((child) => child !== undefined && child !== false))
  return element
}

// A line icon from path data on a 24 by 24 grid.
export function icon(path, label) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', 'icon')
  if (label) {
    svg.setAttribute('role', 'img')
    svg.setAttribute('aria-label', label)
  } else {
    svg.setAttribute('aria-hidden', 'true')
  }
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}

export const icons = {
  exercise: 'M3 10v4M6 7v10M18 7v10M21 10v4M6 12h12',
  massage: 'M4 19c3-1 4-4 4-7 0-2 1-3 2-3s2 1 2 3v2c3 0 7 1 8 5M12 6.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  culture: 'M4 5c5 2 11 2 16 0v7c0 5-4 8-8 8s-8-3-8-8zM8.5 10.5h1.5M14 10.5h1.5M9 15c2 1.6 4 1.6 6 0',
  lunch: 'M7 3v7a2 2 0 0 1-2 2 2 2 0 0 1-2-2V3M5 3v18M17 3c-2 1-3 4-3 7v3h3v8',
  back: 'M15 5l-7 7 7 7',
  close: 'M6 6l12 12M18 6L6 18',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l5 5',
  pin: 'M12 21c5-5 7-8 7-11a7 7 0 0 0-14 0c0 3 2 6 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  code: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2M20 14v2M14 20h2M18 18h2v2',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M5 19l2-2M17 7l2-2',
  tick: 'M5 12.5l4.5 4.5L19 7.5',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  save: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  refund: 'M9 7L4 12l5 5M4 12h11a5 5 0 0 1 0 10',
  right: 'M9 5l7 7-7 7'
}

// Shows a code as large as fits with whole pixels a module: uneven modules are hard to read.
export function crisp(image) {
  image.addEventListener('load', () => {
    const modules = image.naturalWidth
    const room = image.parentElement?.clientWidth ?? 0
    const padding = room - image.getBoundingClientRect().width
    const pixels = Math.floor((room - padding) / modules)
    if (pixels > 0) {
      image.style.width = `${pixels * modules}px`
    }
  })
  return image
}

export async function getJson(path) {
  const response = await fetch(path)
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`)
  }
  return response.json()
}

// Sends JSON; the answer is {ok, body}, and never throws for a refusal.
export async function send(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: {'Content-Type': 'application/json'},
    body: body === undefined ? undefined : JSON.stringify(body)
  })
  const text = await response.text()
  return {ok: response.ok, body: text ? JSON.parse(text) : {}}
}

export async function copy(text, button, said) {
  await navigator.clipboard.writeText(text)
  const before = button.lastChild.textContent
  button.lastChild.textContent = said
  setTimeout(() => { button.lastChild.textContent = before }, 1500)
}
