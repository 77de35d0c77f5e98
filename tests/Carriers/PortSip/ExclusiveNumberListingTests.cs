using System.Net;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.PortSip;

/// <summary>How many requests many exclusive numbers cost, over HTTP.</summary>
public sealed class ExclusiveNumberListingTests : EmulatedCarriers
{
    [Fact]
    public async Task Refresh_OfAThousandNumbers_CostsAtMostTwelveRequests()
    {
        var ids = Enumerable.Range(0, 1_000).Select(index => Server.PortSip.Create($"{447700900000 + index}").Id).ToList();
        var client = PortSip();
        var listing = new SharedListing<string, ExclusiveNumberInfo>(new ExclusiveNumbersSource(client), new SharedListingOptions(), TimeProvider.System);

        var found = new List<ExclusiveNumberInfo?>();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (id, token) =>
        {
            var number = await listing.FindAsync(id, token);
            lock (found)
                found.Add(number);
        });

        Assert.Equal(ids.Order(StringComparer.Ordinal), found.Select(number => number!.Id).Order(StringComparer.Ordinal));
        Assert.InRange(Count(Operations.ListExclusive) + Count(Operations.GetExclusive), 1, 12);
    }
}

/// <summary>Listings of a PBX that pages in its own way.</summary>
public sealed class UnpagedExclusiveNumberListingTests
{
    private readonly StubbedCarriers _carriers = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_PbxIgnoresTopAndSkip_ReadsEveryNumberOnce(bool reportsCount)
    {
        var items = string.Join(",", Enumerable.Range(0, 250).Select(index => $$"""{"id":"id-{{index}}","number":"44770090{{index:0000}}","enabled":true,"description":null}"""));
        _carriers.Carrier.Answers($$"""{ {{(reportsCount ? "\"count\":250," : "")}} "items":[{{items}}]}""");

        var numbers = await _carriers.PortSip().ListAsync(CancellationToken.None).ToListAsync();

        Assert.Equal(250, numbers.Select(number => number.Id).Distinct().Count());
        Assert.Equal(250, numbers.Count);
    }

    [Fact]
    public async Task List_ShorterThanItAnnounces_IsAnErrorWithBothCounts()
    {
        _carriers.Carrier.Answers("""{"count":3,"items":[{"id":"a","number":"447700900001"}]}""");

        var failure = await Assert.ThrowsAsync<CarrierException>(async () => await _carriers.PortSip().ListAsync(CancellationToken.None).ToListAsync());

        Assert.Contains("1 of the 3", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_NullItems_IsEmpty_AndABodyWithoutAnySignOfACollectionIsAnError()
    {
        _carriers.Carrier.Answers("""{"count":0,"items":null}""").Answers("{}");

        Assert.Empty(await _carriers.PortSip().ListAsync(CancellationToken.None).ToListAsync());
        await Assert.ThrowsAsync<CarrierException>(async () => await _carriers.PortSip().ListAsync(CancellationToken.None).ToListAsync());
    }

    [Fact]
    public async Task Get_UnknownCodeForAMissingNumber_IsConfirmedByTheListing()
    {
        _carriers.Carrier
            .Answers("""{"errors":[{"code":"UNKNOWN","message":"no"}]}""", HttpStatusCode.BadRequest)
            .Answers("""{"count":0,"items":[]}""");

        Assert.Null(await _carriers.PortSip().GetAsync("id-1", CancellationToken.None));
    }
}
