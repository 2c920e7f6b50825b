import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { readApi } from './api.ts'
import { readBuckets } from './buckets.ts'
import type { Deployment } from './deployment.ts'
import { parseTemplate, type TemplateDocument } from './document.ts'
import { readMappings } from './event-sources.ts'
import { readFunctions } from './functions.ts'
import { refuseUnknownTypes } from './known-types.ts'
import { readQueues } from './queues.ts'
import { type Names, referenceTo } from './references.ts'
import { type Reference, resolverOf } from './resolver.ts'
import { readSchedules } from './schedules.ts'
import { readTables } from './tables.ts'
import { unsupported } from './unsupported.ts'

/** The stack that the runner runs: the name that `infra/app.ts` gives it. */
const stackName = 'SarOutcomes'

/**
 * Reads the cloud assembly that the CDK app wrote into a directory: its template and, beside it, the functions' code.
 * Refuses a template with anything that would have to be ignored to run it here.
 */
export const readDeployment = (assembly: string, names: Names): Deployment =>
  deploymentOf(parseTemplate(textOf(join(assembly, `${stackName}.template.json`))), names, assembly)

const textOf = (file: string) => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new StartRefused(`${file} is not there: the CDK app (node infra/app.ts) writes it.`)
  }
}

const deploymentOf = (template: TemplateDocument, names: Names, assembly: string): Deployment => {
  refuseUnknownTypes(template)
  const reference = (id: string): Reference => {
    const resource = template.Resources[id]
    if (!resource) throw unsupported('The template', `a reference to ${id}, which it doesn't have`)
    return referenceTo(id, resource, names, resolve)
  }
  const resolve = resolverOf(template, reference)
  return {
    tables: readTables(template, resolve),
    buckets: readBuckets(template, resolve),
    queues: readQueues(template, resolve),
    functions: readFunctions(template, resolve, assembly),
    ...readMappings(template, resolve),
    schedules: readSchedules(template, resolve),
    api: readApi(template, resolve),
  }
}
