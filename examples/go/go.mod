module sender-pool

go 1.23

require (
	github.com/pulumi/pulumi/sdk/v3 v3.100.0
	github.com/your-organization/pulumi-numbers/sdk v0.2.0
)
