using PulumiNumbers.Carriers;

namespace PulumiNumbers.Tests.Carriers;

public sealed class MsisdnTests
{
    [Theory]
    [InlineData("447700900123")]
    [InlineData("+447700900123")]
    [InlineData("+44 7700 900123")]
    [InlineData("44-7700-900-123")]
    [InlineData("(44) 7700.900123")]
    [InlineData("  +44\u00a07700\u00a0900123 ")]
    public void Every_spelling_of_a_number_is_the_same_number(string spelling)
    {
        var number = Msisdn.Parse(spelling);

        Assert.Equal(Msisdn.Parse("447700900123"), number);
        Assert.Equal("447700900123", number.ToString());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   ", "empty")]
    [InlineData("00447700900123", "dialling prefix 00")]
    [InlineData("07700900123", "country code")]
    [InlineData("+44 (0) 7700 900123", "trunk prefix")]
    [InlineData("4477OO900123", "contains 'O'")]
    [InlineData("44+7700900123", "contains '+'")]
    [InlineData("٤٤٧٧٠٠٩٠٠١٢٣", "contains '٤'")]
    [InlineData("447700", "has 6 digits")]
    [InlineData("4477009001234567", "more than 15 digits")]
    public void What_is_no_international_number_is_refused_with_the_reason(string text, string reason)
    {
        var refusal = Assert.Throws<FormatException>(() => Msisdn.Parse(text));

        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.False(Msisdn.TryParse(text, out _));
    }

    [Fact]
    public void Seven_and_fifteen_digits_are_numbers()
    {
        Assert.Equal("4477009", Msisdn.Parse("4477009").Digits);
        Assert.Equal("447700900123456", Msisdn.Parse("447700900123456").Digits);
    }

    [Fact]
    public void Numbers_sort_by_their_digits()
    {
        Msisdn[] numbers = [Msisdn.Parse("4915550001"), Msisdn.Parse("447700900002"), Msisdn.Parse("447700900001")];

        Assert.Equal("447700900001 447700900002 4915550001", string.Join(' ', numbers.Order()));
    }

    [Fact]
    public void A_value_that_was_never_given_a_number_cannot_pass_for_one()
    {
        Assert.Throws<InvalidOperationException>(() => default(Msisdn).Digits);
        Assert.Equal("", default(Msisdn).ToString());
    }
}
