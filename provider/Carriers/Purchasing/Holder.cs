namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What is known of one holder in this run. Guarded by <see cref="NumberClaims"/>.</summary>
internal sealed class Holder(string name)
{
    public string Name => name;

    /// <summary>What its saved state says it has.</summary>
    public NumberKey? Has { get; set; }

    /// <summary>The country of what its saved state says it has (ISO 3166-1 alpha-2), where that is known.</summary>
    public string? HasCountry { get; set; }

    /// <summary>What it got in this run: bought, kept or taken over.</summary>
    public NumberKey? Obtained { get; set; }

    /// <summary>What it had before and was kept for it when it was deleted on the way to being created again.</summary>
    public NumberKey? Kept { get; set; }

    /// <summary>What it is about to buy.</summary>
    public NumberKey? Reserved { get; set; }

    /// <summary>The carrier of which it shall have a number; null until that is known.</summary>
    public string? WantedCarrier { get; private set; }

    /// <summary>The very number that it shall have; null where any will do.</summary>
    public Msisdn? WantedNumber { get; private set; }

    /// <summary>The country of which it shall have a number; null where any will do.</summary>
    public string? WantedCountry { get; private set; }

    /// <summary>Whether what it shall have has been said since it last obtained something: its creation may still follow.</summary>
    public bool AwaitsCreation { get; set; }

    public void Want(string carrier, Msisdn? number, string? country)
    {
        WantedCarrier = carrier;
        WantedNumber = number;
        WantedCountry = country;
        AwaitsCreation = true;
        if (Obtained is { } obtained && !Accepts(obtained))
        {
            Has = obtained;
            Obtained = null;
        }
    }

    /// <summary>Whether it will have the number at the end of the run, as far as this run has said.</summary>
    public bool Needs(NumberKey key) => Obtained is { } obtained
        ? obtained == key
        : Accepts(key) && (WantedNumber is not null || (Has == key && IsOfWantedCountry));

    /// <summary>Whether it has the number, or needs it, and nothing in this run says that it will give it up.</summary>
    public bool MayNeed(NumberKey key) => Needs(key) || (Has == key && Obtained is null && WantedCarrier is null);

    /// <summary>A number keeps its country, so who wants any number of another country wants another number.</summary>
    private bool IsOfWantedCountry => WantedCountry is null || HasCountry is null || WantedCountry == HasCountry;

    private bool Accepts(NumberKey key) => WantedCarrier == key.Carrier && (WantedNumber is null || WantedNumber == key.Number);
}
