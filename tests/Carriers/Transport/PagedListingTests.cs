using System.Globalization;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

/// <summary>Listings over pages that come back empty, null or again.</summary>
public sealed class PagedListingTests
{
    private readonly StubbedCarriers _carriers = new();
    private readonly Dictionary<int, int> _asked = [];

    [Fact]
    public async Task OwnedNumbers_WithPageThreeEmptyOnce_AreListedAll()
    {
        Serve(589, (index, time) => index == 3 && time == 1 ? "{}" : null);

        Assert.Equal(589, await ListOwned().CountAsync());
    }

    [Fact]
    public async Task OwnedNumbers_WithPageThreeEmptyForever_AreAnErrorWithBothCounts()
    {
        Serve(589, (index, _) => index == 3 ? """{"count": 589, "numbers": null}""" : null);

        var failure = await Assert.ThrowsAsync<CarrierException>(async () => await ListOwned().CountAsync());

        Assert.Equal(CarrierErrorKind.UnreadableResponse, failure.Kind);
        Assert.Contains("200 of the 589", failure.CarrierMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnedNumbers_WithOnePageOverAndOver_AreAnError()
    {
        Serve(589, (_, _) => Page(1, 589));

        var failure = await Assert.ThrowsAsync<CarrierException>(async () => await ListOwned().CountAsync());

        Assert.Equal(CarrierErrorKind.UnreadableResponse, failure.Kind);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"numbers": null}""")]
    [InlineData("""{"count": 0, "numbers": null}""")]
    [InlineData("""{"count": null, "numbers": []}""")]
    [InlineData("""{"count": "0", "numbers": {}}""")]
    public async Task NullLists_AreEmptyLists(string body)
    {
        _carriers.Carrier.Answers(body);

        Assert.Empty(await ListOwned().ToListAsync());
        Assert.Empty(await _carriers.VonageNumbers().SearchAsync(new NumberCriteria { Country = "GB" }, default).ToListAsync());
        Assert.Null(await _carriers.VonageNumbers().FindOwnedAsync("GB", StubbedCarriers.Number, default));
    }

    [Theory]
    [InlineData("""{"numbers": "none"}""")]
    [InlineData("""{"numbers": [7]}""")]
    [InlineData("""{"count": 1, "numbers": [{"msisdn": {}}]}""")]
    [InlineData("""{"count": 1, "numbers": [{"country": "GB"}]}""")]
    [InlineData("""{"count": {}, "numbers": []}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"x\"")]
    public async Task OtherShapes_AreATypedError(string body)
    {
        _carriers.Carrier.Answers(body);

        var failure = await Assert.ThrowsAsync<CarrierException>(async () => await ListOwned().ToListAsync());

        Assert.Equal(CarrierErrorKind.UnreadableResponse, failure.Kind);
    }

    [Fact]
    public async Task Offers_SoldWhileTheyAreListed_AreNoError()
    {
        Serve(150, (index, _) => index == 2 ? "{}" : null);

        Assert.Equal(100, await _carriers.VonageNumbers().SearchAsync(new NumberCriteria { Country = "GB" }, default).CountAsync());
    }

    private IAsyncEnumerable<OwnedNumber> ListOwned() => _carriers.VonageNumbers().ListOwnedAsync(new OwnedNumberFilter(), default);

    private void Serve(int count, Func<int, int, string?> other) => _carriers.Carrier.Does((request, _) =>
    {
        var index = int.Parse(request.Address.Query.Split("index=")[1].Split('&')[0], CultureInfo.InvariantCulture);
        var time = _asked[index] = _asked.GetValueOrDefault(index) + 1;
        return Task.FromResult(new HttpResponseMessage { Content = new StringContent(other(index, time) ?? Page(index, count)) });
    });

    private static string Page(int index, int count)
    {
        var first = (index - 1) * 100;
        var numbers = Enumerable.Range(first, Math.Max(0, Math.Min(100, count - first)))
            .Select(number => $$"""{"country": "GB", "msisdn": "{{Some.Number(number)}}"}""");
        return $$"""{"count": {{count}}, "numbers": [{{string.Join(",", numbers)}}]}""";
    }
}
