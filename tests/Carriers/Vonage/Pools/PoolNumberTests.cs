using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

public sealed class PoolNumberTests
{
    [Theory]
    [InlineData("+44 7700 900123", "447700900123")]
    [InlineData("44-7700-900123", "447700900123")]
    [InlineData("38042", "38042")]
    [InlineData("380 42", "38042")]
    [InlineData("1234567890123456", "1234567890123456")]
    public void Parse_AnyUsualSpelling_IsCanonical(string text, string expected) => Assert.Equal(expected, PoolNumber.Parse(text).ToString());

    [Theory]
    [InlineData("07700900123")]
    [InlineData("0044770090012")]
    [InlineData("12345678901234567")]
    [InlineData("VONAGE")]
    [InlineData("")]
    [InlineData("=")]
    public void Parse_NoNumber_IsRefused(string text) => Assert.Throws<FormatException>(() => PoolNumber.Parse(text));

    [Fact]
    public void Parse_InvisibleCharacter_IsNamedByItsCodePoint() =>
        Assert.Contains("U+200B", Assert.Throws<FormatException>(() => PoolNumber.Parse("4477009\u200b00123")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("447700900123")]
    [InlineData("38042")]
    [InlineData("1234567890123456")]
    [InlineData("0800123456")]
    [InlineData("VONAGE")]
    [InlineData("=odd")]
    public void FromCarrier_WhateverThePoolHolds_IsKeptAndSurvivesItsTextForm(string reported)
    {
        var number = PoolNumber.FromCarrier(reported)!.Value;

        Assert.Equal(reported, number.Digits);
        Assert.Equal(number, PoolNumber.Parse(number.ToString()));
    }

    [Theory]
    [InlineData("447700900123", true)]
    [InlineData("38042", false)]
    [InlineData("1234567890123456", false)]
    public void Msisdn_OnlyOfInternationalNumbers(string text, bool isInternational) => Assert.Equal(isInternational, PoolNumber.Parse(text).Msisdn is not null);
}
