import { domainToASCII } from 'node:url'

const shape = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@([^.@][^@\s]+)$/
const label = /^(xn|[a-z0-9]+)(-?-[a-z0-9]+)*$/i
const topLevel = /^([a-z]{2,63}|xn--([a-z0-9]+-)*[a-z0-9]+)$/i

const isHostname = (hostname: string): boolean => {
  const labels = hostname.split('.')
  return (
    hostname.length <= 253 &&
    labels.length >= 2 &&
    labels.every((part) => part.length <= 63 && label.test(part)) &&
    topLevel.test(labels.at(-1) ?? '')
  )
}

/** An address as Notify compares it: however it was written, it is one. */
export const sameAddress = (text: string): string => text.trim().toLowerCase()

/** Whether Notify would take the address: stricter than the standard, as its own sender needs. */
export const isEmailAddress = (text: string): boolean => {
  const address = text.trim()
  const hostname = shape.exec(address)?.[1]
  if (hostname === undefined || address.length > 320 || address.includes('..')) return false
  return isHostname(domainToASCII(hostname))
}
