using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Reads;

public sealed class SharedListingTests
{
    private readonly JumpingTime _time = new();
    private readonly SharedListingOptions _options = new() { Idle = TimeSpan.FromSeconds(5), Oldest = TimeSpan.FromMinutes(1) };

    [Fact]
    public async Task A_lone_read_asks_for_its_one_item()
    {
        var source = new GatedSource();

        Assert.Equal("1", (await Share(source).FindAsync("a", CancellationToken.None))?.Value);

        Assert.Equal((0, 1), (source.Listings, source.SingleReads));
    }

    [Fact]
    public async Task Sixteen_reads_at_once_cost_one_single_read_and_one_listing()
    {
        var source = new GatedSource();
        var shared = Share(source);
        source.Close();

        var reads = Enumerable.Range(0, 16).Select(_ => shared.FindAsync("b", CancellationToken.None)).ToList();
        source.Open();
        await Task.WhenAll(reads);

        Assert.Equal((1, 1), (source.Listings, source.SingleReads));
    }

    [Fact]
    public async Task A_thousand_reads_sixteen_at_a_time_cost_no_more_than_that()
    {
        var source = new GatedSource();
        for (var i = 0; i < 1_000; i++)
            source.Values[$"n{i}"] = "1";
        var shared = Share(source);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 1_000),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, token) =>
            {
                Assert.NotNull(await shared.FindAsync($"n{i}", token));
                _time.Advance(TimeSpan.FromMilliseconds(20));
            });

        Assert.Equal((1, 1), (source.Listings, source.SingleReads));
    }

    [Fact]
    public async Task Where_one_answer_holds_everything_a_thousand_reads_cost_one_request()
    {
        var source = new GatedSource { FindsOne = false };
        var shared = Share(source);

        for (var i = 0; i < 1_000; i++)
            await shared.FindAsync("a", CancellationToken.None);

        Assert.Equal((1, 0), (source.Listings, source.SingleReads));
    }

    [Fact]
    public async Task What_is_not_listed_is_not_there()
    {
        var shared = Share(new GatedSource { FindsOne = false });

        Assert.Null(await shared.FindAsync("x", CancellationToken.None));
    }

    [Fact]
    public async Task An_item_that_slipped_between_two_pages_is_not_gone()
    {
        var source = new GatedSource { SlipsBetweenPages = "b" };
        var shared = Share(source);
        await shared.ListAsync(CancellationToken.None);

        Assert.NotNull(await shared.FindAsync("b", CancellationToken.None));
        Assert.Null(await shared.FindAsync("x", CancellationToken.None));
        Assert.Equal((1, 2), (source.Listings, source.SingleReads));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reader_that_comes_after_a_write_never_sees_what_was_before_it(bool findsOne)
    {
        var source = new GatedSource { FindsOne = findsOne };
        var shared = Share(source);
        await shared.ListAsync(CancellationToken.None);

        source.Values["a"] = "2";
        shared.Invalidate("a");

        Assert.Equal("2", (await shared.FindAsync("a", CancellationToken.None))?.Value);
        Assert.Contains(await shared.ListAsync(CancellationToken.None), item => item is { Name: "a", Value: "2" });
    }

    [Fact]
    public async Task A_listing_that_was_under_way_during_a_write_serves_only_those_who_came_before_it()
    {
        var source = new GatedSource();
        var shared = Share(source);
        source.Close();
        var before = shared.ListAsync(CancellationToken.None);
        await source.Arrived.Task;

        source.Values["a"] = "2";
        shared.Invalidate("a");
        var after = shared.FindAsync("a", CancellationToken.None);
        source.Open();

        Assert.Contains(await before, item => item is { Name: "a", Value: "1" });
        Assert.Equal("2", (await after)?.Value);
    }

    [Fact]
    public async Task A_write_to_one_item_leaves_the_listing_good_for_the_others()
    {
        var source = new GatedSource();
        var shared = Share(source);
        await shared.ListAsync(CancellationToken.None);

        shared.Invalidate("a");
        await shared.FindAsync("b", CancellationToken.None);
        await shared.FindAsync("c", CancellationToken.None);

        Assert.Equal((1, 0), (source.Listings, source.SingleReads));
    }

    [Fact]
    public async Task A_listing_is_not_used_once_the_burst_is_over()
    {
        var source = new GatedSource();
        var shared = Share(source);
        await shared.ListAsync(CancellationToken.None);

        _time.Advance(_options.Idle + TimeSpan.FromSeconds(1));
        await shared.FindAsync("a", CancellationToken.None);

        Assert.Equal((1, 1), (source.Listings, source.SingleReads));
    }

    [Fact]
    public async Task However_long_the_burst_no_listing_is_used_that_is_too_old()
    {
        var source = new GatedSource { FindsOne = false };
        var shared = Share(source);

        for (var second = 0; second <= 61; second++)
        {
            await shared.FindAsync("a", CancellationToken.None);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, source.Listings);
    }

    [Fact]
    public async Task A_reader_that_gives_up_does_not_take_the_listing_from_the_others()
    {
        var source = new GatedSource { FindsOne = false };
        var shared = Share(source);
        source.Close();
        using var cancellation = new CancellationTokenSource();
        var impatient = shared.FindAsync("a", cancellation.Token);
        var patient = shared.FindAsync("a", CancellationToken.None);
        await source.Arrived.Task;

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        source.Open();

        Assert.NotNull(await patient);
        Assert.Equal((1, 0), (source.Listings, source.Abandoned));
    }

    [Fact]
    public async Task The_last_reader_to_give_up_ends_the_listing_and_the_next_begins_anew()
    {
        var source = new GatedSource { FindsOne = false };
        var shared = Share(source);
        source.Close();
        using var cancellation = new CancellationTokenSource();
        var reader = shared.FindAsync("a", cancellation.Token);
        await source.Arrived.Task;

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reader);
        source.Open();

        Assert.NotNull(await shared.FindAsync("a", CancellationToken.None));
        Assert.Equal(2, source.Listings);
    }

    [Fact]
    public async Task A_listing_that_failed_fails_its_readers_and_is_not_kept()
    {
        var source = new GatedSource { FindsOne = false, Failure = new TimeoutException() };
        var shared = Share(source);
        source.Close();
        var first = shared.FindAsync("a", CancellationToken.None);
        var second = shared.FindAsync("b", CancellationToken.None);
        source.Open();
        await Assert.ThrowsAsync<TimeoutException>(() => first);
        await Assert.ThrowsAsync<TimeoutException>(() => second);

        source.Failure = null;

        Assert.NotNull(await shared.FindAsync("a", CancellationToken.None));
        Assert.Equal(2, source.Listings);
    }

    private SharedListing<string, Named> Share(GatedSource source) => new(source, _options, _time);
}
