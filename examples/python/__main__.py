import pulumi
import pulumi_numbers as numbers

senders = numbers.NumberPool("senders",
    fallback=numbers.PoolFallback.REJECT,
    localized_sender_preferred=True)
members = numbers.PoolMembership("members",
    pool_id=senders.pool_id,
    numbers=["+44 7700 900001", "+44 7700 900002", "+44 7700 900003"])
hotline = numbers.OwnedNumber("hotline",
    carrier=numbers.NumberCarrier.KPN,
    country="NL",
    type=numbers.NumberType.LANDLINE,
    features=[numbers.NumberFeature.VOICE],
    max_monthly_fee=2.5)

pulumi.export("poolId", senders.pool_id)
pulumi.export("memberNumbers", members.numbers)
pulumi.export("hotlineNumber", hotline.number)
