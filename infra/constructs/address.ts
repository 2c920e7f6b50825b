import {
  BasePathMapping,
  CfnBasePathMappingV2,
  CfnDomainNameAccessAssociation,
  CfnDomainNameV2,
  DomainName,
  EndpointType,
  type RestApi,
  SecurityPolicy,
} from 'aws-cdk-lib/aws-apigateway'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import { Construct } from 'constructs'
import type { Alarms } from './alarms.ts'
import { onlyFrom } from './private-door.ts'

export type AddressProps = {
  readonly api: RestApi
  readonly alarms: Alarms
  readonly domainName: string
  readonly certificateArn: string
  readonly privateVpcEndpoint: string | undefined
}

/** The service under a name of its own, without which the pages have no address: theirs begin at the root. */
export class Address extends Construct {
  /** What the name must lead to, in the DNS of whoever owns it. */
  readonly leadsTo: string

  constructor(scope: Construct, id: string, props: AddressProps) {
    super(scope, id)
    this.leadsTo = props.privateVpcEndpoint === undefined ? this.#public(props) : this.#private(props)
    const certificate = Certificate.fromCertificateArn(this, 'Certificate', props.certificateArn)
    props.alarms.whenUnder('certificate-expires', 30, certificate.metricDaysToExpiry(), {
      whoIsHarmed: 'In less than a month nobody can reach the service any more: its certificate expires.',
      whatToDo: 'See in AWS Certificate Manager why the certificate has not been renewed by itself.',
      runbook: 'the-certificate-expires',
    })
  }

  #public({ api, domainName, certificateArn }: AddressProps) {
    const domain = new DomainName(this, 'Name', {
      domainName,
      certificate: Certificate.fromCertificateArn(this, 'Given', certificateArn),
      endpointType: EndpointType.REGIONAL,
      securityPolicy: SecurityPolicy.TLS_1_2,
    })
    new BasePathMapping(this, 'Root', { domainName: domain, restApi: api, stage: api.deploymentStage })
    return domain.domainNameAliasDomainName
  }

  #private({ api, domainName, certificateArn, privateVpcEndpoint = '' }: AddressProps) {
    const domain = new CfnDomainNameV2(this, 'Name', {
      domainName,
      certificateArn,
      endpointConfiguration: { types: ['PRIVATE'] },
      securityPolicy: 'TLS_1_2',
      policy: onlyFrom(privateVpcEndpoint).toJSON(),
    })
    new CfnDomainNameAccessAssociation(this, 'Door', {
      domainNameArn: domain.attrDomainNameArn,
      accessAssociationSource: privateVpcEndpoint,
      accessAssociationSourceType: 'VPCE',
    })
    new CfnBasePathMappingV2(this, 'Root', {
      domainNameArn: domain.attrDomainNameArn,
      restApiId: api.restApiId,
      stage: api.deploymentStage.stageName,
    })
    return privateVpcEndpoint
  }
}
