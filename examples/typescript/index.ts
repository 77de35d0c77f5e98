import * as numbers from "@your-organization/pulumi-numbers";

const senders = new numbers.NumberPool("senders", {
    fallback: numbers.PoolFallback.Reject,
    localizedSenderPreferred: true,
});
const members = new numbers.PoolMembership("members", {
    poolId: senders.poolId,
    numbers: ["+44 7700 900001", "+44 7700 900002", "+44 7700 900003"],
});
const hotline = new numbers.OwnedNumber("hotline", {
    carrier: numbers.NumberCarrier.Kpn,
    country: "NL",
    type: numbers.NumberType.Landline,
    features: [numbers.NumberFeature.Voice],
    maxMonthlyFee: 2.5,
});

export const poolId = senders.poolId;
export const memberNumbers = members.numbers;
export const hotlineNumber = hotline.number;
