using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Reads;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>The PortSIP PBX.</summary>
/// <param name="Client">The PBX's API.</param>
/// <param name="Creator">What creates exclusive numbers.</param>
/// <param name="Listing">What reads of exclusive numbers share.</param>
public sealed record PbxAccount(
    IExclusiveNumbersClient Client, ExclusiveNumberCreator Creator, SharedListing<string, ExclusiveNumberInfo> Listing);
