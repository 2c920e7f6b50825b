import * as z from 'zod'
import type { TemplateDocument } from './document.ts'
import { unsupported } from './unsupported.ts'

/** What `Ref` and `Fn::GetAtt` give for one resource. */
export type Reference = { readonly ref: string; readonly attributes: Readonly<Record<string, string>> }

export type Resolve = (value: unknown) => unknown

export const region = 'eu-west-2'
export const account = '000000000000'

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::Region': region,
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackName': 'SarOutcomes',
  'AWS::StackId': `arn:aws:cloudformation:${region}:${account}:stack/SarOutcomes/local`,
}

const PlainObject = z.record(z.string(), z.unknown())
const Strings = z.array(z.string())
const Index = z.coerce.number().int().nonnegative()

/**
 * Makes the function that replaces `Ref` and the `Fn::` functions by their values, all the way down; `reference` says
 * what a resource is known by. `AWS::NoValue` removes the property. A function it doesn't know is refused.
 */
export const resolverOf = (
  { Parameters }: Pick<TemplateDocument, 'Parameters'>,
  reference: (id: string) => Reference,
): Resolve => {
  const ref = (name: string) => {
    const parameter = Parameters[name]
    if (parameter) return parameter.Default ?? refuse(`the parameter ${name}, which has no default`)
    return pseudoParameters[name] ?? reference(name).ref
  }
  const attribute = (id: string, name: string) =>
    reference(id).attributes[name] ?? refuse(`the attribute ${name} of ${id}`)
  const substitute = (text: string, values: Record<string, unknown>) =>
    text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name.startsWith('!')) return `\${${name.slice(1)}}`
      if (name in values) return String(values[name])
      const [id = '', ...rest] = name.split('.')
      return rest.length > 0 ? attribute(id, rest.join('.')) : z.coerce.string().parse(ref(name))
    })

  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (argument) => (argument === 'AWS::NoValue' ? undefined : ref(z.string().parse(argument))),
    'Fn::GetAtt': (argument) => {
      const parts = typeof argument === 'string' ? argument.split('.') : Strings.parse(argument)
      return attribute(parts[0] ?? '', parts.slice(1).join('.'))
    },
    'Fn::Join': (argument) => {
      const [separator, list] = z.tuple([z.string(), z.unknown()]).parse(argument)
      return z.array(z.coerce.string()).parse(resolve(list)).join(separator)
    },
    'Fn::Sub': (argument) => {
      const [text, values] = typeof argument === 'string' ? [argument, {}] : SubArguments.parse(argument)
      return substitute(text, PlainObject.parse(resolve(values)))
    },
    'Fn::Select': (argument) => {
      const [index, list] = z.tuple([Index, z.unknown()]).parse(argument)
      return z.array(z.unknown()).parse(resolve(list))[index]
    },
    'Fn::Split': (argument) => {
      const [separator, text] = z.tuple([z.string(), z.unknown()]).parse(argument)
      return z.string().parse(resolve(text)).split(separator)
    },
  }

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined)
    const object = PlainObject.safeParse(value)
    if (!object.success) return value
    const entries = Object.entries(object.data)
    const [name, argument] = entries[0] ?? ['', undefined]
    if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::'))) {
      const apply = functions[name] ?? refuse(`the function ${name}`)
      return apply(argument)
    }
    return Object.fromEntries(
      entries.map(([key, item]) => [key, resolve(item)]).filter(([, item]) => item !== undefined),
    )
  }
  return resolve
}

const SubArguments = z.tuple([z.string(), PlainObject])

const refuse = (what: string): never => {
  throw unsupported('The template', what)
}
