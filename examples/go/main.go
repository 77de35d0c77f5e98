package main

import (
	"github.com/your-organization/pulumi-numbers/sdk/go/numbers"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		senders, err := numbers.NewNumberPool(ctx, "senders", &numbers.NumberPoolArgs{
			Fallback:                 numbers.PoolFallbackReject,
			LocalizedSenderPreferred: pulumi.Bool(true),
		})
		if err != nil {
			return err
		}
		members, err := numbers.NewPoolMembership(ctx, "members", &numbers.PoolMembershipArgs{
			PoolId:  senders.PoolId,
			Numbers: pulumi.StringArray{pulumi.String("+44 7700 900001"), pulumi.String("+44 7700 900002"), pulumi.String("+44 7700 900003")},
		})
		if err != nil {
			return err
		}
		hotline, err := numbers.NewOwnedNumber(ctx, "hotline", &numbers.OwnedNumberArgs{
			Carrier:       numbers.NumberCarrierKpn,
			Country:       pulumi.String("NL"),
			Type:          numbers.NumberTypeLandline,
			Features:      numbers.NumberFeatureArray{numbers.NumberFeatureVoice},
			MaxMonthlyFee: pulumi.Float64(2.5),
		})
		if err != nil {
			return err
		}
		ctx.Export("poolId", senders.PoolId)
		ctx.Export("memberNumbers", members.Numbers)
		ctx.Export("hotlineNumber", hotline.Number)
		return nil
	})
}
