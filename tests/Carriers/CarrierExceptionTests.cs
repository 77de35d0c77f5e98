using PulumiNumbers.Carriers;

namespace PulumiNumbers.Tests.Carriers;

public sealed class CarrierExceptionTests
{
    [Fact]
    public void The_message_is_one_line_that_says_who_what_why_and_what_next()
    {
        var exception = new CarrierException(CarrierErrorKind.InvalidRequest)
        {
            Carrier = "kpn",
            Operation = "buy number 447700900123",
            HttpStatus = 420,
            Code = "420",
            CarrierMessage = "this number is not available",
            TraceId = "7f3c",
            Advice = "Choose another number.",
        };

        Assert.Equal(
            "kpn: failed to buy number 447700900123: this number is not available (HTTP 420, code 420, trace id 7f3c). Choose another number.",
            exception.Message);
    }

    [Fact]
    public void A_carrier_that_said_nothing_still_gets_words()
    {
        var exception = new CarrierException(CarrierErrorKind.Timeout) { Carrier = "seven", Operation = "list numbers" };

        Assert.Equal("seven: failed to list numbers: no response came in time", exception.Message);
    }

    [Fact]
    public void Parameters_that_the_carrier_found_wrong_are_named()
    {
        var exception = new CarrierException(CarrierErrorKind.InvalidRequest)
        {
            Carrier = "vonage",
            Operation = "add 51 numbers to pool a1b2c3d4/customers",
            CarrierMessage = "Bad Request",
            InvalidParameters = [new InvalidParameter("ids", "Limit of 50 numbers exceeded")],
        };

        Assert.EndsWith("Bad Request [ids: Limit of 50 numbers exceeded]", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CarrierErrorKind.Timeout, true)]
    [InlineData(CarrierErrorKind.Ambiguous, true)]
    [InlineData(CarrierErrorKind.Unavailable, true)]
    [InlineData(CarrierErrorKind.Unexpected, true)]
    [InlineData(CarrierErrorKind.Conflict, false)]
    [InlineData(CarrierErrorKind.RateLimited, false)]
    [InlineData(CarrierErrorKind.InsufficientFunds, false)]
    public void Only_a_clear_refusal_rules_out_that_it_happened(CarrierErrorKind kind, bool mayHave)
    {
        var sent = new CarrierException(kind) { Carrier = "kpn", Operation = "buy" };
        var unsent = new CarrierException(kind) { Carrier = "kpn", Operation = "buy", RequestNotSent = true };

        Assert.Equal(mayHave, sent.IsIndeterminate);
        Assert.False(unsent.IsIndeterminate);
    }
}
