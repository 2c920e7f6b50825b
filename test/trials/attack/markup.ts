import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5'

type Element = DefaultTreeAdapterTypes.Element

/** Text that would be an element, an attribute and an expression of a template where nobody takes care. */
export const marker = `"'><zz-mark zz-it=1>{{7*7}}`

const elementsIn = (node: DefaultTreeAdapterTypes.Node): Element[] => {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : []
  return defaultTreeAdapter.isElementNode(node) ? [node, ...children] : children
}

/** Every element of a page, as a browser would have it. */
const elementsOf = (html: string): readonly Element[] => elementsIn(parse(html))

const isScripted = ({ tagName, attrs }: Element): boolean =>
  (tagName === 'script' &&
    attrs.every(({ name, value }) => name !== 'src' || !value.startsWith('/assets/'))) ||
  attrs.some(({ name, value }) => /^on/i.test(name) || /^\s*(javascript|data|vbscript):/i.test(value))

const isInjected = ({ tagName, attrs }: Element): boolean =>
  tagName.startsWith('zz-') || attrs.some(({ name }) => name.startsWith('zz-'))

/** What is wrong with a page on which the marker may stand: elements that came of it, and anything that runs. */
export const injectedInto = (html: string): readonly string[] => [
  ...elementsOf(html)
    .filter((element) => isInjected(element) || isScripted(element))
    .map(
      ({ tagName, attrs }) => `${tagName} ${attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}`,
    ),
  ...(html.includes(`<zz-mark`) ? ['the marker as it was sent'] : []),
  ...(html.includes(`zz-it=1&gt;49`) ? ['an expression that was worked out'] : []),
]

/** The names of the fields of a page's forms. */
export const fieldsOf = (html: string): readonly string[] => [
  ...new Set(
    elementsOf(html)
      .filter(({ tagName }) => ['input', 'textarea', 'select', 'button'].includes(tagName))
      .flatMap(({ attrs }) => attrs.find(({ name }) => name === 'name')?.value ?? [])
      .filter((name) => name !== '_csrf'),
  ),
]
