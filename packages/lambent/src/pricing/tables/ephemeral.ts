/**
 * Region to the price of one GB-second of `/tmp` above 512 MB, US dollars, the same for both
 * architectures; an absent entry is an unknown price.
 * Source: the calculator copies and the study table; us-east-1 also the AWS price list.
 */
export const EPHEMERAL_GB_SECOND_USD: Readonly<Record<string, number>> = {
  "af-south-1": 0.0000000404,
  "ap-east-1": 0.0000000407,
  "ap-northeast-1": 0.000000037,
  "ap-northeast-2": 0.0000000352,
  "ap-northeast-3": 0.000000037,
  "ap-south-1": 0.0000000352,
  "ap-south-2": 0.0000000352,
  "ap-southeast-1": 0.000000037,
  "ap-southeast-2": 0.000000037,
  "ap-southeast-3": 0.000000037,
  "ap-southeast-4": 0.000000037,
  "ap-southeast-5": 0.0000000333,
  "ca-central-1": 0.000000034,
  "ca-west-1": 0.000000034,
  "eu-central-1": 0.0000000367,
  "eu-central-2": 0.0000000441,
  "eu-north-1": 0.0000000323,
  "eu-south-1": 0.0000000357,
  "eu-south-2": 0.000000034,
  "eu-west-1": 0.000000034,
  "eu-west-2": 0.0000000358,
  "eu-west-3": 0.0000000358,
  "il-central-1": 0.0000000408,
  "me-central-1": 0.0000000374,
  "me-south-1": 0.0000000374,
  "sa-east-1": 0.0000000586,
  "us-east-1": 0.0000000309,
  "us-east-2": 0.0000000309,
  "us-west-1": 0.000000037,
  "us-west-2": 0.0000000309,
};
