using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>All that users read about exclusive numbers.</summary>
internal static class ExclusiveNumberMessages
{
    public static ResourceException Exists(string token, string name, ExclusiveNumberInfo existing, CarrierException? failure) => Existing.Resource(
        token, name, existing.Id, $"portsip: {existing.Number} is an exclusive number already", failure, Existing.DeleteFirst);

    public static ResourceException CreationIndeterminate(string number, CarrierException? lost) => new(
        FailureKind.Unknown,
        $"portsip: could not confirm the creation of exclusive number {number}: the response was lost and the PBX does not list the number yet. " +
        "Run `pulumi up` again: it looks first, and names the import command if the number is there by then." + (lost is null ? "" : $" Last error: {lost.Message}"),
        lost);

    public static ResourceException Missing(string id, CarrierException response) => new(
        FailureKind.NotFound,
        $"portsip: exclusive number {id} does not exist any more (HTTP {response.HttpStatus ?? 404}, code {response.Code ?? "UNKNOWN"}). " +
        "Run `pulumi up --refresh`, which finds that out and creates again what the program declares.",
        response);

    public static ResourceException SeveralMatch(string number, IReadOnlyList<string> ids) => new(
        FailureKind.InvalidArgument, $"portsip: several exclusive numbers are {number}. Import one of them by its id: {string.Join(", ", ids)}.");

    public static ResourceException NoId() => new(
        FailureKind.InvalidArgument, "portsip: an exclusive number is imported by PortSIP's id of it, such as NzAwNTUxOTA5NzczMTQ4MTYw, or by the number.");

    public static string NotReadableYet(PbxNumber number, string id) =>
        $"portsip: exclusive number {number} ({id}) was created but cannot be read back yet. Run `pulumi up --refresh`.";
}
