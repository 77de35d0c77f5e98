using System.Collections.Immutable;

namespace PulumiNumbers.Emulator.Inventory;

/// <summary>What exists before a client comes: rented numbers, pools, exclusive numbers.</summary>
public sealed record SeedInventory
{
    /// <summary>How many numbers (French mobile ones) each account of <see cref="BulkAccounts"/> rents, up to 10,000.</summary>
    public int Bulk { get; init; }

    /// <summary>The carriers whose usual accounts rent <see cref="Bulk"/> numbers: vonage, kpn.</summary>
    public ImmutableArray<string> BulkAccounts { get; init; } = [CarrierNames.Vonage, CarrierNames.Kpn];

    /// <summary>Rented numbers, by carrier and account. seven rents what it has on offer.</summary>
    public ImmutableArray<SeedNumbers> Numbers { get; init; } = [];

    /// <summary>Pools with what is in them, rented or not.</summary>
    public ImmutableArray<SeedPool> Pools { get; init; } = [];

    /// <summary>Exclusive numbers of the PBX's tenants.</summary>
    public ImmutableArray<SeedExclusiveNumbers> ExclusiveNumbers { get; init; } = [];

    /// <summary>589 numbers at Vonage and KPN: six pages of a hundred, the last one short.</summary>
    public static SeedInventory Large { get; } = new() { Bulk = 589 };

    /// <summary>
    /// What nobody expects: a pool <c>legacy</c> with a short code and a 16-digit number that support put in, and numbers of other owners beside one that the
    /// account rents; a pool <c>other-stack</c> that holds the account's numbers; another customer's number.
    /// </summary>
    public static SeedInventory Unusual { get; } = new()
    {
        Numbers =
        [
            new SeedNumbers(CarrierNames.Vonage, ["447700900000", "447700900001", "447700900002"]),
            new SeedNumbers(CarrierNames.Vonage, ["447700900590"]) { Account = EmulatorCredentials.VonageOtherKey },
        ],
        Pools =
        [
            new SeedPool("legacy", ["38042", "4477009000001234", "12125550150", "447700900000"]),
            new SeedPool("other-stack", ["447700900001", "447700900002"]),
        ],
    };

    internal void Apply(EmulatorServer emulator)
    {
        if (Bulk > 0 && BulkAccounts.Contains(CarrierNames.Vonage, StringComparer.Ordinal))
            emulator.Vonage.Account.SubscribeMany(Bulk);
        if (Bulk > 0 && BulkAccounts.Contains(CarrierNames.Kpn, StringComparer.Ordinal))
            emulator.Kpn.Account.SubscribeMany(Bulk);
        foreach (var numbers in Numbers)
            numbers.Apply(emulator);
        foreach (var pool in Pools)
        {
            emulator.Vonage.Pools.Put(new Vonage.Pools.EmulatedPool { PoolId = pool.PoolId, AccountId = pool.Account });
            emulator.Vonage.Pools.Add(pool.PoolId, pool.Numbers);
        }

        foreach (var numbers in ExclusiveNumbers)
        {
            foreach (var number in numbers.Numbers)
                emulator.PortSip.TenantOf(numbers.Domain).Create(number);
        }
    }
}

/// <summary>Numbers that an account rents from the start.</summary>
/// <param name="Carrier">vonage, kpn or seven.</param>
/// <param name="Numbers">E.164 digits.</param>
public sealed record SeedNumbers(string Carrier, ImmutableArray<string> Numbers)
{
    /// <summary>The account; null: the carrier's usual one.</summary>
    public string? Account { get; init; }

    internal void Apply(EmulatorServer emulator)
    {
        switch (Carrier)
        {
            case CarrierNames.Vonage:
                emulator.Vonage.AccountOf(Account ?? emulator.Vonage.Account.Id).Subscribe(Numbers);
                break;
            case CarrierNames.Kpn:
                emulator.Kpn.AccountOf(Account ?? emulator.Kpn.Account.Id).Subscribe(Numbers);
                break;
            case CarrierNames.Seven:
                emulator.Seven.AccountOf(Account ?? emulator.Seven.Account.Id).Activate(
                    [.. Numbers.Select(number => emulator.Seven.Stock.Find(number) ?? throw new KeyNotFoundException($"seven does not offer {number}."))]);
                break;
            default:
                throw new KeyNotFoundException($"There is no carrier {Carrier} that rents numbers.");
        }
    }
}

/// <summary>A pool that exists from the start.</summary>
/// <param name="PoolId">Its id.</param>
/// <param name="Numbers">What is in it; no rule of the API is checked.</param>
public sealed record SeedPool(string PoolId, ImmutableArray<string> Numbers)
{
    /// <summary>The API key of its account.</summary>
    public string Account { get; init; } = EmulatorCredentials.VonageApiKey;
}

/// <summary>Exclusive numbers that a tenant has from the start.</summary>
/// <param name="Numbers">As the PBX spells them.</param>
public sealed record SeedExclusiveNumbers(ImmutableArray<string> Numbers)
{
    /// <summary>The tenant's SIP domain.</summary>
    public string Domain { get; init; } = EmulatorCredentials.PortSipDomain;
}
