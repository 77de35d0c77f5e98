using System.Runtime.CompilerServices;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>One page of a listing.</summary>
/// <param name="Items">What it holds and this program can use.</param>
/// <param name="Length">How many items the carrier sent, usable or not.</param>
/// <param name="Total">How many items the listing has in all; null where the page does not say.</param>
internal sealed record Page<TItem>(IReadOnlyList<TItem> Items, int Length, int? Total)
{
    /// <summary>The link to the next page; null where there is none or the carrier has no such links.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the absence of <see cref="Next"/> ends the listing.</summary>
    public bool HasLinks { get; init; }
}

/// <summary>
/// Reads a paged listing to its end: as many items as the carrier says there are. A page that comes back empty before that is asked for again, and
/// what stays incomplete is an error with both counts, because what a listing lacks counts as gone.
/// </summary>
/// <param name="http">Where the pages come from.</param>
/// <param name="operation">What is listed, for errors.</param>
/// <param name="mustBeComplete">Whether an incomplete listing is an error; offers may be sold while they are listed.</param>
internal sealed class PagedListing<TItem>(CarrierHttp http, string operation, bool mustBeComplete = true)
    where TItem : notnull
{
    private const int MaxRereads = 3;

    private static readonly TimeSpan RereadDelay = TimeSpan.FromMilliseconds(500);

    /// <summary>The items, each once, in the carrier's order.</summary>
    /// <param name="fetch">Asks for a page by its number, from 1.</param>
    /// <param name="key">What identifies an item: one that moves between pages while they are read comes twice.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    public async IAsyncEnumerable<TItem> ReadAsync(
        Func<int, CancellationToken, Task<Page<TItem>>> fetch, Func<TItem, object> key, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<object>();
        var links = new HashSet<string>(StringComparer.Ordinal);
        int? total = null;
        var (read, rereads) = (0, 0);
        for (var number = 1; ;)
        {
            var page = await fetch(number, cancellationToken);
            total = page.Total ?? total;
            var isNew = false;
            foreach (var item in page.Items.Where(item => seen.Add(key(item))))
            {
                isNew = true;
                yield return item;
            }

            var repeats = (page.Items.Count > 0 && !isNew) || (page.Next is { } next && !links.Add(next) && page.Length > 0);
            if (page.Length > 0 && !repeats)
            {
                read += page.Length;
                number++;
                rereads = 0;
            }

            if (total is { } count ? read >= count : page.Length == 0 || (page.HasLinks && page.Next is null))
                yield break;
            if (page.Length > 0 && !repeats)
                continue;

            // Empty, or the same again: the carrier may have answered from a copy that lags behind.
            if (++rereads > (mustBeComplete ? MaxRereads : 1))
            {
                if (!mustBeComplete)
                    yield break;
                throw Incomplete(read, total, repeats);
            }

            await Task.Delay(RereadDelay * rereads, http.TimeProvider, cancellationToken);
        }
    }

    private CarrierException Incomplete(int read, int? total, bool repeats) => new(CarrierErrorKind.UnreadableResponse)
    {
        Carrier = http.Carrier,
        Operation = operation,
        CarrierMessage = total is { } count
            ? FormattableString.Invariant($"the listing holds {read} of the {count} items that it announces")
            : FormattableString.Invariant($"the listing repeats its pages after {read} items"),
        Advice = repeats && total is null ? "Report this to the carrier." : "Run it again later; if it stays like this, report it to the carrier.",
        Effect = RequestEffect.NotExecuted,
    };
}

/// <summary>Confirms by a listing that a thing is missing, for carriers whose 404 has no body of their own.</summary>
internal static class MissingConfirmation
{
    /// <summary>
    /// The exception that a 404 deserves: <see cref="CarrierErrorKind.NotFound"/> where a complete listing lacks the thing, otherwise the response as it
    /// was, with the advice to check the base URL.
    /// </summary>
    /// <param name="response">The response, of any kind.</param>
    /// <param name="isListed">Whether a complete listing that begins now holds the thing.</param>
    public static async Task<CarrierException> ConfirmAsync(CarrierException response, Func<Task<bool>> isListed)
    {
        if (response.Kind == CarrierErrorKind.NotFound || response.HttpStatus is not (404 or 410) || response.Kind != CarrierErrorKind.Unexpected)
            return response;
        try
        {
            return await isListed() ? response : response.As(CarrierErrorKind.NotFound, "not found, and not listed for the account", effect: RequestEffect.Rejected);
        }
        catch (CarrierException)
        {
            // What could not be confirmed stays unconfirmed, under the response that raised the question.
            return response;
        }
    }
}
