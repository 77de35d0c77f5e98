using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Pools;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Resources.Memberships;

namespace PulumiNumbers.Provider.Resources.Pools;

/// <summary>A sender pool of Vonage's Number Pools API: the pool itself and its selection rules. Its id is <c>account/pool</c>.</summary>
[ResourceType(Token, """
    A Vonage number pool: a set of sender numbers from which Vonage chooses one for each message, and the rules by which it chooses.

    The numbers themselves are declared with `PoolMembership`. Changing `poolId` or `accountId` replaces the pool.

    Some Vonage accounts cannot delete pools through the API. Deleting the resource then takes the numbers out of the pool and warns
    that Vonage's support must remove what is left.

    ## Import

    ```sh
    pulumi import numbers:index:NumberPool senders a1b2c3d4/senders
    ```
    """)]
public sealed class NumberPool(CarrierAccounts accounts) : Resource<NumberPoolArgs, NumberPoolState>
{
    private const string Token = "numbers:index:NumberPool";

    /// <inheritdoc/>
    public override Task<NumberPoolArgs> CheckAsync(CheckContext<NumberPoolArgs> check, CancellationToken cancellationToken) =>
        Task.FromResult(check.Inputs with { AccountId = accounts.PoolAccount(check, args => args.AccountId) });

    /// <inheritdoc/>
    public override async Task<Outcome<NumberPoolState>> CreateAsync(
        CreateRequest<NumberPoolArgs> request, CancellationToken cancellationToken)
    {
        var vonage = accounts.VonagePools(request.Log);
        var wanted = Declared(request.Inputs, vonage.AddressOf(request.Inputs.AccountId, request.Inputs.PoolId!));
        try
        {
            return Outcome(await vonage.Client.CreatePoolAsync(wanted, cancellationToken));
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.Conflict)
        {
            throw Exists(wanted, request.Name, failure);
        }
        catch (CarrierException failure) when (failure.MayHaveTakenEffect)
        {
            return Outcome(await SettleAsync(vonage, wanted, request.Name, failure, cancellationToken));
        }
    }

    /// <inheritdoc/>
    public override async Task<ReadOutcome<NumberPoolArgs, NumberPoolState>?> ReadAsync(
        ReadRequest<NumberPoolArgs, NumberPoolState> request, CancellationToken cancellationToken)
    {
        var vonage = accounts.VonagePools(request.Log);
        var pool = await vonage.Client.GetPoolAsync(vonage.AddressOf(request.Id), cancellationToken);
        if (pool is null)
            return null;
        var state = State(pool);
        return new ReadOutcome<NumberPoolArgs, NumberPoolState>(pool.Address.ToString(), state, state);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<NumberPoolState>> UpdateAsync(
        UpdateRequest<NumberPoolArgs, NumberPoolState> request, CancellationToken cancellationToken)
    {
        var vonage = accounts.VonagePools(request.Log);
        var address = vonage.AddressOf(request.Id);
        var wanted = Declared(request.Inputs, address);
        var patch = new PoolPatch
        {
            Fallback = wanted.Fallback == request.State.Fallback ? null : wanted.Fallback,
            LocalizedSenderPreferred =
                wanted.LocalizedSenderPreferred == request.State.LocalizedSenderPreferred ? null : wanted.LocalizedSenderPreferred,
            PredictableSenderPreferred =
                wanted.PredictableSenderPreferred == request.State.PredictableSenderPreferred ? null : wanted.PredictableSenderPreferred,
        };
        return Outcome(await vonage.Client.UpdatePoolAsync(address, patch, cancellationToken));
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(DeleteRequest<NumberPoolArgs, NumberPoolState> request, CancellationToken cancellationToken)
    {
        var vonage = accounts.VonagePools(request.Log);
        var address = vonage.AddressOf(request.Id);
        try
        {
            await vonage.Client.DeletePoolAsync(address, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.Unsupported)
        {
            await EmptyAsync(vonage, address, request.Log, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ListedResource> ListAsync(
        ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var vonage = accounts.VonagePools(request.Log);
        await foreach (var pool in vonage.Client.ListPoolsAsync(vonage.AccountId, cancellationToken))
            yield return new ListedResource(pool.Address.ToString(), pool.Address.PoolId);
    }

    /// <summary>
    /// Finds out what became of a creation whose answer was lost. A pool by that id with those rules and without numbers is the one
    /// that was asked for; anything else is somebody's.
    /// </summary>
    private static async Task<Pool> SettleAsync(
        VonagePools vonage, Pool wanted, string name, CarrierException failure, CancellationToken cancellationToken)
    {
        var found = await vonage.Client.GetPoolAsync(wanted.Address, cancellationToken);
        if (found is null)
            return await vonage.Client.CreatePoolAsync(wanted, cancellationToken);
        var holdsNumbers = await vonage.Client.ListNumbersAsync(wanted.Address, cancellationToken).AnyAsync(cancellationToken);
        return found == wanted && !holdsNumbers
            ? found
            : throw Exists(wanted, name, failure);
    }

    private static ResourceException Exists(Pool wanted, string name, CarrierException failure) =>
        Existing.Resource(Token, name, wanted.Address.ToString(), $"pool {wanted.Address} exists already", failure, Existing.DeleteFirst);

    /// <summary>Takes all numbers out of a pool that cannot be deleted, and says what remains.</summary>
    private static async Task EmptyAsync(VonagePools vonage, PoolAddress address, IResourceLog log, CancellationToken cancellationToken)
    {
        IReadOnlySet<Msisdn> held;
        try
        {
            held = await vonage.Reconciler.ListAsync(address, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.NotFound)
        {
            // Vonage's support has removed it already.
            return;
        }

        var emptied = await vonage.Reconciler.RemoveAsync(address, held, new StatusProgress(log), cancellationToken);
        if (!emptied.IsComplete)
            throw MembershipFailures.Incomplete($"empty pool {address}, which account {address.AccountId} cannot delete", emptied);
        log.Warning(
            $"Vonage does not let account {address.AccountId} delete pools. Pool {address.PoolId} is empty now (numbers taken out: {held.Count}); " +
            "ask Vonage's support to remove it. Until then its id cannot be used for a new one.");
    }

    private static Pool Declared(NumberPoolArgs args, PoolAddress address) => new()
    {
        Address = address,
        Fallback = args.Fallback ?? PoolFallback.Pool,
        LocalizedSenderPreferred = args.LocalizedSenderPreferred ?? false,
        PredictableSenderPreferred = args.PredictableSenderPreferred ?? false,
    };

    private static Outcome<NumberPoolState> Outcome(Pool pool) => new(pool.Address.ToString(), State(pool));

    private static NumberPoolState State(Pool pool) => new()
    {
        AccountId = pool.Address.AccountId,
        PoolId = pool.Address.PoolId,
        Fallback = pool.Fallback,
        LocalizedSenderPreferred = pool.LocalizedSenderPreferred,
        PredictableSenderPreferred = pool.PredictableSenderPreferred,
    };
}
