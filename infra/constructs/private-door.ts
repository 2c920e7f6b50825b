import { AnyPrincipal, Effect, PolicyDocument, PolicyStatement } from 'aws-cdk-lib/aws-iam'

/** Lets requests in through one endpoint of a private network and through nothing else. Who they are of is asked later. */
export const onlyFrom = (vpcEndpoint: string): PolicyDocument => {
  const everyone = {
    principals: [new AnyPrincipal()],
    actions: ['execute-api:Invoke'],
    resources: ['execute-api:/*'],
  }
  const elsewhere = { StringNotEquals: { 'aws:SourceVpce': vpcEndpoint } }
  return new PolicyDocument({
    statements: [
      new PolicyStatement({ ...everyone }),
      new PolicyStatement({ ...everyone, effect: Effect.DENY, conditions: elsewhere }),
    ],
  })
}
