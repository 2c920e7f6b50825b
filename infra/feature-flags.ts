/**
 * CDK's recommended behaviour where the default is kept only for old apps. They stand here rather than in
 * `cdk.json` so that `cdk deploy`, the local runner and the tests all synthesize the same template.
 */
export const featureFlags = {
  '@aws-cdk/core:checkSecretUsage': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/aws-iam:minimizePolicies': true,
  '@aws-cdk/core:validateSnapshotRemovalPolicy': true,
  '@aws-cdk/aws-apigateway:disableCloudWatchRole': true,
  '@aws-cdk/aws-lambda:recognizeLayerVersion': true,
  '@aws-cdk/customresources:installLatestAwsSdkDefault': false,
  // What CloudFormation itself would warn about stops the synthesis.
  '@aws-cdk/core:strictCfnValidateErrors': true,
  // Each function says in which folder of the output its code is: the local runner reads it there.
  'aws:cdk:enable-asset-metadata': true,
  'aws:cdk:disable-metadata-stack-trace': true,
}
