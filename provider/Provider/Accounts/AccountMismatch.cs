using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>The error for what another account was seen to have: not finding it in this one proves nothing.</summary>
internal static class AccountMismatch
{
    /// <summary>Names both accounts.</summary>
    /// <param name="account">The account that was asked.</param>
    /// <param name="number">The number.</param>
    /// <param name="seenBy">The account that the state names.</param>
    public static ResourceException Of(NumberAccount account, Msisdn number, string seenBy) => new(
        FailureKind.FailedPrecondition,
        $"{account.Name}: {number} is not in account {account.Client.AccountId}; the state has it from account {seenBy}. " +
        $"Configure the credentials of account {seenBy}. If the number was moved or given up there, remove the resource from the state with `pulumi state delete`.");
}
